package io.deskpulse.digest.channels;

import io.deskpulse.digest.subscriptions.ChannelType;
import io.deskpulse.digest.subscriptions.MailSettings;
import io.deskpulse.digest.subscriptions.Receiver;
import io.deskpulse.digest.subscriptions.Secret;
import io.deskpulse.ops.UserError;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/** Ways to the receivers of a file. */
public final class Channels implements Function<Receiver, Channel> {
    private final MailSettings mail;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /**
     * Ways by a mail server and to webhooks.
     *
     * @param mail null when nobody gets mail
     * @param environment holds what the file does not
     */
    public Channels(MailSettings mail, Map<String, String> environment, InstantSource clock) {
        this.mail = mail;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /**
     * The way to a receiver.
     *
     * @throws UserError when a variable is not set, or the address in it is none
     */
    @Override
    public Channel apply(Receiver receiver) {
        String address = value(receiver.address());
        if (receiver.type() == ChannelType.EMAIL) {
            return new MailChannel(mail, value(mail.password()), address);
        }
        try {
            return new WebhookChannel(
                    WebhookForm.valueOf(receiver.type().name()), URI.create(address), value(receiver.secret()), clock);
        } catch (IllegalArgumentException e) {
            throw new UserError("The address of a " + receiver.type().word() + " webhook is none.", e);
        }
    }

    /** The address of a receiver, for telling receivers apart. */
    public String address(Receiver receiver) {
        return value(receiver.address());
    }

    private String value(Secret secret) {
        return secret == null
                ? null
                : secret.value(environment)
                        .orElseThrow(() -> new UserError("The environment variable "
                                + secret.variable().orElseThrow() + " is not set, and a subscription needs it."));
    }
}
