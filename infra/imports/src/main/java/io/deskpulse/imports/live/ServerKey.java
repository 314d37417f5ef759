package io.deskpulse.imports.live;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key and certificate with which a server speaks TLS. */
public final class ServerKey {
    private ServerKey() {}

    /**
     * Those of a file in PKCS 12 or JKS form, of which the key has the password of the file.
     *
     * @throws UserError when it cannot be read or its password is another one; the password is not told
     */
    public static SSLContext of(Path file, String password) {
        char[] secret = password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), secret);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, secret);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            throw new UserError("Cannot take the key in " + file + ": " + why(file) + ".", e);
        }
    }

    /** Java's own words are of its classes, and its readers of keys do not say which mistake it is. */
    private static String why(Path file) {
        if (!Files.isRegularFile(file)) {
            return "there is no such file";
        }
        return !Files.isReadable(file)
                ? "it may not be read"
                : "it is no file in PKCS 12 or JKS form, it is damaged, or its password is another one";
    }
}
