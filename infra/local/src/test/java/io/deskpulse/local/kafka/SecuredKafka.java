package io.deskpulse.local.kafka;

import io.deskpulse.ops.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A real broker with a second listener, which speaks TLS and asks for a password (SCRAM-SHA-512). */
public final class SecuredKafka implements AutoCloseable {
    private static final String USER = "deskpulse";
    private static final String PASSWORD = "correct horse, battery staple";
    private static final String STORE_PASSWORD = "changeit";

    private final Path directory;
    private final int securePort = FreePorts.find(1).get(0);
    private final EmbeddedKafka kafka;

    /** Starts it with stores and users of its own. */
    public SecuredKafka(Path directory) throws Exception {
        this.directory = directory;
        makeCertificate("broker");
        makeCertificate("stranger");
        kafka = EmbeddedKafka.start(new KafkaOptions(directory.resolve("log"), 0, settings()));
        try (Admin admin = kafka.access().admin()) {
            ScramCredentialInfo credentials = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, credentials, PASSWORD)))
                    .all()
                    .get();
        }
    }

    /** Its listener that lets everybody in. */
    public EmbeddedKafka plain() {
        return kafka;
    }

    /** Address of the listener that does not. */
    public String secureServers() {
        return "127.0.0.1:" + securePort;
    }

    /** Client properties with which one gets in. */
    public Path properties() throws IOException {
        return properties("client.properties", PASSWORD, "broker");
    }

    /** The same with a password that is none. */
    public Path wrongPassword() throws IOException {
        return properties("wrong-password.properties", "Tr0ub4dor&3", "broker");
    }

    /** The same with a trust store that does not know the broker. */
    public Path wrongAuthority() throws IOException {
        return properties("wrong-authority.properties", PASSWORD, "stranger");
    }

    @Override
    public void close() {
        kafka.close();
    }

    private Path properties(String name, String password, String authority) throws IOException {
        return Files.writeString(
                directory.resolve(name), """
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
                    username="%s" password="%s";
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(USER, password, store(authority, "trust"), STORE_PASSWORD));
    }

    private Map<String, String> settings() {
        return Map.of(
                "listeners",
                "SECURE://127.0.0.1:" + securePort,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL",
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.secure.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.location",
                store("broker", "key").toString(),
                "ssl.keystore.password",
                STORE_PASSWORD);
    }

    /** A key store with a key of its own, and a trust store that trusts it. */
    private void makeCertificate(String name) throws Exception {
        Path certificate = directory.resolve(name + ".pem");
        String keys = store(name, "key").toString();
        keytool(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1"), keys);
        keytool(List.of("-exportcert", "-rfc", "-file", certificate.toString()), keys);
        keytool(
                List.of("-importcert", "-noprompt", "-file", certificate.toString()),
                store(name, "trust").toString());
    }

    private Path store(String name, String kind) {
        return directory.resolve(name + "." + kind + ".p12");
    }

    private static void keytool(List<String> action, String store) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(action);
        command.addAll(List.of("-alias", "broker", "-keystore", store, "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", STORE_PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
