package io.deskpulse.imports.events;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that a shop gives to accounts of several systems, and which of them are no person. */
public final class Accounts {
    private static final List<String> KINDS = List.of("person", "robot", "integration", "shared");

    private final Map<String, Account> accounts;

    private record Account(String name, String kind) {}

    private Accounts(Map<String, Account> accounts) {
        this.accounts = accounts;
    }

    /** No account has another name. */
    public static Accounts none() {
        return new Accounts(Map.of());
    }

    /**
     * Reads a file such as {@code cw-7: {account: mei}}.
     *
     * @throws UserError when it is wrong, telling every mistake
     */
    public static Accounts read(String file, String text) {
        YamlFile<Accounts> read = YamlFile.read(text, root -> {
            Map<String, Account> accounts = new HashMap<>();
            YamlSection section = root.section("a file of accounts");
            for (String id : section.names()) {
                YamlSection account = section.required(id).section("an account").knowing("account", "kind");
                accounts.put(
                        id,
                        new Account(
                                account.has("account")
                                        ? account.optional("account").text()
                                        : id,
                                account.has("kind") ? account.optional("kind").oneOf(KINDS) : KINDS.get(0)));
            }
            return new Accounts(accounts);
        });
        if (read.value() == null) {
            throw new UserError(YamlProblem.told("The accounts are not right:", file, read.problems()));
        }
        return read.value();
    }

    /** The name of an account; null stays null. */
    public String name(String id) {
        Account account = id == null ? null : accounts.get(id);
        return account == null ? id : account.name();
    }

    /** Whether it is a machine. */
    public boolean isMachine(String id) {
        Account account = id == null ? null : accounts.get(id);
        return account != null && ("robot".equals(account.kind()) || "integration".equals(account.kind()));
    }
}
