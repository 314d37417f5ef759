package io.deskpulse.imports.live;

import io.deskpulse.imports.events.Accounts;
import io.deskpulse.imports.events.ShopRules;
import io.deskpulse.imports.functions.Contacts;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.groups.Grouping;
import io.deskpulse.imports.groups.LiveGroups;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.imports.run.Mappings;
import io.deskpulse.imports.run.TextFiles;

/** The mapping of webhooks, by the same options as an import's. */
public final class Live {
    private Live() {}

    /**
     * What maps webhooks of a source.
     *
     * @throws io.deskpulse.ops.UserError when the mapping, a setting or the accounts are wrong
     */
    public static LiveGroups groups(ImportOptions options) {
        Environment environment = new Environment(
                new Instants(options.zone(), "later".equals(options.settings().get("overlap"))), Contacts.ofLatest());
        Mapping mapping = Mappings.of(options, environment);
        Accounts accounts = options.accounts() == null
                ? Accounts.none()
                : Accounts.read(options.accounts().toString(), TextFiles.read(options.accounts()));
        ShopRules shops = ShopRules.parse(options.shops(), mapping.about().name());
        return new LiveGroups(mapping, new Grouping.Rules(shops, accounts, options.text(), false, options.isTrusted()));
    }
}
