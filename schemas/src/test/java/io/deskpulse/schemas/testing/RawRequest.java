package io.deskpulse.schemas.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Requests to an HTTP server of this machine, byte by byte, as no client of good manners would send them. */
public final class RawRequest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

    private RawRequest() {}

    /**
     * What a server says until it closes the connection; empty when it says nothing.
     *
     * @throws java.net.SocketTimeoutException when it does not end
     */
    public static String answer(int port, byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = socket.getInputStream();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                for (int one = in.read(); one >= 0; one = in.read()) {
                    answer.write(one);
                }
            } catch (SocketException e) {
                // It has closed before it had all, or left something unread.
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Fails when an answer says what Java says to itself; the JDK's own server does, of a head that nobody of ours is asked about. */
    public static void requireWords(String answer) {
        Fuzz.requireWords(answer.isEmpty() ? "closed" : answer.replaceFirst("</h1>[A-Za-z]+Exception thrown$", ""));
    }

    /** The status of an answer; 0 when there is none. */
    public static int status(String answer) {
        return answer.matches("(?s)HTTP/1[.]1 \\d{3}.*") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** Bytes as a part of an address, in which every other byte is written by its number. */
    public static String encoded(byte[] part, String kept) {
        StringBuilder address = new StringBuilder();
        for (byte one : part) {
            char letter = (char) (one & 0xff);
            if (UNRESERVED.indexOf(letter) >= 0 || kept.indexOf(letter) >= 0) {
                address.append(letter);
            } else {
                address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return address.toString();
    }
}
