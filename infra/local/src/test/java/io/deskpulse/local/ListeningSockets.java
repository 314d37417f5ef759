package io.deskpulse.local;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where processes listen for TCP connections, as Linux tells it in {@code /proc}. */
final class ListeningSockets {
    /** Those of version 4 of the Internet protocol; of version 6 there is another table beside it. */
    static final Path TABLE = Path.of("/proc/net/tcp");

    private static final Path TABLE_6 = Path.of("/proc/net/tcp6");
    private static final String LISTENS = "0A";
    private static final int WORD_DIGITS = 8;

    /** An address and a port that take connections. */
    record Socket(InetAddress address, int port) {}

    private ListeningSockets() {}

    static List<Socket> ofThisProcessAndItsChildren() throws IOException {
        Set<String> inodes = new HashSet<>(inodes(ProcessHandle.current()));
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            inodes.addAll(inodes(child));
        }
        List<Socket> sockets = new ArrayList<>();
        for (Path table : List.of(TABLE, TABLE_6)) {
            for (String line : Files.readAllLines(table)) {
                // Number, local address, remote address, state; the inode is the tenth.
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTENS) && inodes.contains(columns[9])) {
                    sockets.add(socket(columns[1]));
                }
            }
        }
        return sockets;
    }

    private static Set<String> inodes(ProcessHandle process) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String target = target(file);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path link) throws IOException {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException e) {
            // Closed since it was listed.
            return "";
        }
    }

    /** Of {@code 0100007F:1F90}: words of four bytes, each with its last byte first. */
    private static Socket socket(String text) throws IOException {
        String[] parts = text.split(":");
        StringBuilder address = new StringBuilder();
        for (int word = 0; word < parts[0].length(); word += WORD_DIGITS) {
            for (int digit = word + WORD_DIGITS - 2; digit >= word; digit -= 2) {
                address.append(parts[0], digit, digit + 2);
            }
        }
        return new Socket(InetAddress.getByAddress(HexFormat.of().parseHex(address)), Integer.parseInt(parts[1], 16));
    }
}
