package io.deskpulse.bench.chaos.stand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What lies between the jobs and ClickHouse: it passes all on, or behaves as a network or a server in trouble does. */
public final class ClickHouseProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 14;
    private static final long SLOW_MILLIS = 1_500;
    private static final int DRAIN_MILLIS = 200;

    /** How it behaves. */
    public enum Mode {
        /** All is passed on. */
        PASS,
        /** Answers come late. */
        SLOW,
        /** Nobody gets through. */
        REFUSING,
        /** What is sent arrives, and the answer never does. */
        ANSWER_LOST,
        /** What a server says whose tables are read-only. */
        READ_ONLY,
        /** What a server says whose disk is full. */
        DISK_FULL,
        /** What is sent arrives, and then the server goes: {@link #whenInserting}. */
        GONE_IN_INSERT
    }

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "clickhouse-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Mode mode = Mode.PASS;
    private volatile Runnable whenInserting = () -> {};

    /** In front of a port on loopback. */
    ClickHouseProxy(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback", e);
        }
        threads.execute(this::accept);
    }

    /** Its own address. */
    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Behaves otherwise from now on; connections that are open do not outlive the change. */
    public void become(Mode other) {
        mode = other;
        open.forEach(ClickHouseProxy::shut);
        open.clear();
    }

    /** Runs once, behind the first bytes that are sent on in {@link Mode#GONE_IN_INSERT}. */
    void whenInserting(Runnable action) {
        whenInserting = action;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        become(Mode.REFUSING);
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // A closed listener ends the loop.
            }
        }
    }

    private void serve(Socket client) {
        switch (mode) {
            case REFUSING -> shut(client);
            case READ_ONLY -> refuse(client, 242, "Table is in readonly mode (TABLE_IS_READ_ONLY)");
            case DISK_FULL -> refuse(client, 243, "Cannot reserve 1.00 MiB, not enough space (NOT_ENOUGH_SPACE)");
            default -> connect(client);
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            shut(client);
            return;
        }
        open.add(client);
        open.add(server);
        threads.execute(() -> copy(client, server, false));
        threads.execute(() -> copy(server, client, true));
    }

    private void copy(Socket from, Socket to, boolean isAnswer) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Mode now = mode;
                if (isAnswer && now == Mode.ANSWER_LOST) {
                    return;
                }
                if (isAnswer && now == Mode.SLOW) {
                    Thread.sleep(SLOW_MILLIS);
                }
                out.write(buffer, 0, read);
                out.flush();
                if (!isAnswer && now == Mode.GONE_IN_INSERT) {
                    inserting();
                }
            }
        } catch (IOException e) {
            // Either side has gone: both are closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void inserting() {
        Runnable action = whenInserting;
        whenInserting = () -> {};
        action.run();
    }

    /** Answers as ClickHouse does, whatever is asked. */
    private static void refuse(Socket client, int code, String words) {
        String body = "Code: " + code + ". DB::Exception: " + words + "\n";
        String answer =
                "HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/plain\r\nX-ClickHouse-Exception-Code: " + code
                        + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        try (client) {
            client.setSoTimeout(DRAIN_MILLIS);
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            try {
                while (in.read(buffer) >= 0) {
                    continue;
                }
            } catch (SocketTimeoutException e) {
                // The request is over: who closes before it has read all of it takes its answer back.
            }
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
        } catch (IOException e) {
            // The client has gone by itself.
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed.
        }
    }
}
