package io.deskpulse.digest.channels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Gives an SMTP server STARTTLS: speaks for it in clear until the line is encrypted, then passes everything on. One line at a time. */
final class StartTlsProxy implements AutoCloseable {
    private final int server;
    private final SSLContext context;
    private final ServerSocket listener;
    private final List<String> saidInClear = new CopyOnWriteArrayList<>();

    StartTlsProxy(int server, Path store) throws IOException, GeneralSecurityException {
        this.server = server;
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        listener = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
        new Thread(this::serve).start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What the client said before the line was encrypted. */
    List<String> saidInClear() {
        return saidInClear;
    }

    private void serve() {
        try (Socket clear = listener.accept();
                SSLSocket line = encrypted(clear);
                Socket behind = new Socket(InetAddress.getByName("127.0.0.1"), server)) {
            // The greeting of the server was the proxy's own in clear.
            new BufferedReader(new InputStreamReader(behind.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            Thread answers = new Thread(() -> copy(behind, line));
            answers.start();
            line.getInputStream().transferTo(behind.getOutputStream());
        } catch (IOException e) {
            // The client hung up, which is how a line ends.
            saidInClear.add("(end)");
        }
    }

    private SSLSocket encrypted(Socket clear) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(clear.getInputStream(), StandardCharsets.US_ASCII));
        say(clear, "220 ready");
        String command = "";
        while (!command.equals("STARTTLS") && !command.equals("null")) {
            command = String.valueOf(in.readLine());
            saidInClear.add(command);
            say(clear, command.startsWith("EHLO") ? "250-proxy\r\n250 STARTTLS" : "220 go on");
        }
        SSLSocket line = (SSLSocket) context.getSocketFactory().createSocket(clear, null, clear.getPort(), true);
        line.setUseClientMode(false);
        return line;
    }

    private static void say(Socket line, String answer) throws IOException {
        OutputStream out = line.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of both hung up, and so does the other.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
