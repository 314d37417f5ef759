package io.deskpulse.local.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * TLS in front of a port on loopback, with a certificate of its own making that is good for 127.0.0.1. The embedded ClickHouse, a
 * library, has no HTTPS port.
 */
final class TlsProxy implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Path certificate;
    private final SSLServerSocket listener;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tls-proxy");
        thread.setDaemon(true);
        return thread;
    });

    TlsProxy(Path directory, int target) throws Exception {
        this.target = target;
        certificate = selfSigned(directory);
        KeyStore store = KeyStore.getInstance(keyStore(directory).toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Makes a key and its certificate in {@code directory}, and returns the certificate's file. */
    static Path selfSigned(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path certificate = directory.resolve("certificate.pem");
        keytool(
                directory,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=deskpulse test",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2");
        keytool(directory, "-exportcert", "-rfc", "-file", certificate.toString());
        return certificate;
    }

    String url() {
        return "https://127.0.0.1:" + listener.getLocalPort();
    }

    /** What a client must trust. */
    String certificate() {
        return certificate.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> copy(client, server));
                threads.execute(() -> copy(server, client));
            } catch (IOException e) {
                // A client that does not trust the certificate goes away; a closed listener ends the loop.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // Either side has gone: both are closed.
        }
    }

    private static void keytool(Path directory, String... arguments) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        builder.command()
                .addAll(List.of(
                        "-alias",
                        "server",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore(directory).toString(),
                        "-storepass",
                        PASSWORD));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + Files.readString(directory.resolve("keytool.log")));
        }
    }

    private static Path keyStore(Path directory) {
        return directory.resolve("keys.p12");
    }
}
