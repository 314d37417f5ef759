package io.deskpulse.imports.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file of a key is taken, or refused in words that do not tell its password. */
class KeysFuzzTest {
    private static final String PASSWORD = "password of the key";

    /** Made by keytool for this test alone. */
    private static final String KEY = """
            MIID4AIBAzCCA4oGCSqGSIb3DQEHAaCCA3sEggN3MIIDczCCASoGCSqGSIb3DQEHAaCCARsEggEXMIIBEzCCAQ8GCyqGSIb3DQEM
            CgECoIG9MIG6MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBS2kw4NMmbjyfPkJmKARC/oNni+HgICJxACASAwDAYIKoZI
            hvcNAgkFADAdBglghkgBZQMEASoEEMfW/S3bnvEWo7iyr1INViAEUNgFLNVyhSwhsFmZbaJXYsPGFiJ5e3o02EwDfYxz/PmIQdkh
            lz24bVNazkXWH+P/sVIjQX8vtXyvJEppm0xvMwjkcGq49IzLNc6Upe/3Wk3tMUAwGwYJKoZIhvcNAQkUMQ4eDABzAGUAcgB2AGUA
            cjAhBgkqhkiG9w0BCRUxFAQSVGltZSAxNzk1OTgzNjQxMzc5MIICQQYJKoZIhvcNAQcGoIICMjCCAi4CAQAwggInBgkqhkiG9w0B
            BwEwZgYJKoZIhvcNAQUNMFkwOAYJKoZIhvcNAQUMMCsEFG7ob/6o98ESkqEhpgveq5nuT5t3AgInEAIBIDAMBggqhkiG9w0CCQUA
            MB0GCWCGSAFlAwQBKgQQGtjCAOL9bxTNEi78pg+86YCCAbCOiy3b9hY3EgnjEeG+aRtmzKXpbVV0gGmRZxieWvhehb+n52HMuNK5
            P/yF1LN6aY/vuolk1fTxP2akXy6V+5XglE3BDZYQaL38MIZzJ2n9QRHflB7h1Ha0M0p7dADBt5nUSI1nKwag0Wjk21DBj4CN5m9O
            9/Gjmm7CVYpKrZlLInQt1VkzO1IHDVcUUoChyLAszlwQHa0F2WgYO8QLT67wZ8IW+2nnarSRZ/OlD98rMDzdVaaNlEVEtDS5e/yz
            cFiDyn9nbQTrYCbKMUrBt5Vj+tCGUVxSIUtUAmlFJfMyJcV+lwOSO6WxAdLXiMxrsJotlqI+WnftlfkmBwjlgkrwZA6idydGxjLA
            VNByMHj8+QaMuqtLIDFQfEejGvKv/dgh2CcPj9XIuK2U5fQCJF+miB/fUArFpn08l6moP2RimUcunscbO4u9uzT5mmuWYsXQtxPf
            vppKq/DQm22z0Gs3rOFXw224Cp9+OcFAsMtVERBUdYv+GpnYH3/CEA5T1PzsIy/+sPnUzz69UhQyl3bvn9VDZ0ZIDFGEOBAD4CJC
            d9y/lup8EqIvCFaOPIY1RIMwTTAxMA0GCWCGSAFlAwQCAQUABCBeO0omlS4ZUjFpZWhOvCnRJkYZsw7SgTxVisoLG+FONwQUwZPD
            dvqEDCu5b8CeAGXOc9NWywgCAicQ
            """;

    @TempDir
    private Path directory;

    @Test
    void aKeyIsTakenOrRefused() throws Exception {
        byte[] whole = Base64.getMimeDecoder().decode(KEY);
        Path file = directory.resolve("key.p12");
        Files.write(file, whole);
        assertThat(ServerKey.of(file, PASSWORD)).isNotNull();

        Refused seen = Fuzz.refusing(UserError.class, List.of(whole), 0.002, input -> {
            Files.write(file, input);
            try {
                ServerKey.of(file, PASSWORD);
            } catch (UserError e) {
                assertThat(e).hasMessageNotContaining(PASSWORD);
                throw e;
            }
        });

        assertThat(seen.refused()).isPositive();
    }
}
