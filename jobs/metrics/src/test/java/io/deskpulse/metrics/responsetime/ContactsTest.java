package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.contacts.Contact;
import io.deskpulse.metrics.contacts.ContactPart;
import io.deskpulse.metrics.timeline.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Contacts of a chat: when they begin and end, and who has them. */
class ContactsTest {
    private static final int CONVERSATIONS = 2_000;
    private static final long IDLE = 1_800_000;

    @Test
    void aContactLastsFromItsFirstEventWithPeopleToTheClose() {
        assertThat(told(new Chat()
                        .robot("10:00:00")
                        .ask("10:00:05")
                        .handOff("10:02:00")
                        .assign("10:03:00", "a")
                        .reply("10:04:00", "a")
                        .close("10:10:00", "AGENT")))
                .containsExactly(
                        "contact 10:02:00-10:10:00 closed 480000 asked 10:02:00 answered 10:04:00",
                        "part 10:02:00-10:03:00 null",
                        "part 10:03:00-10:10:00 a last");
    }

    @Test
    void aContactEndsByItselfHalfAnHourAfterItsLastEvent() {
        assertThat(told(new Chat().ask("10:00:00").reply("10:01:00", "a").ask("10:31:00")))
                .containsExactly(
                        "contact 10:00:00-11:01:00 3660000 asked 10:00:00 answered 10:01:00",
                        "part 10:00:00-10:01:00 null",
                        "part 10:01:00-11:01:00 a last");
        assertThat(told(new Chat()
                        .ask("10:00:00")
                        .reply("10:01:00", "a")
                        .ask("10:31:01")
                        .reply("10:32:00", "b")))
                .containsExactly(
                        "contact 10:00:00-10:31:00 1860000 asked 10:00:00 answered 10:01:00",
                        "contact 10:31:01-11:02:00 1859000 asked 10:31:01 answered 10:32:00",
                        "part 10:00:00-10:01:00 null",
                        "part 10:01:00-10:31:00 a last",
                        "part 10:31:01-10:32:00 a",
                        "part 10:32:00-11:02:00 b last");
    }

    @Test
    void whoWaitsIsOneContactAndTheSilenceIsNobodysWork() {
        assertThat(told(new Chat().ask("10:00:00").reply("14:00:00", "a").close("14:05:00", "AGENT")))
                .containsExactly(
                        "contact 10:00:00-14:05:00 closed 2100000 asked 10:00:00 answered 14:00:00",
                        "part 10:00:00-10:30:00 null",
                        "part 14:00:00-14:05:00 a last");
    }

    @Test
    void aCloseOverWhoStillWaitsAddsNoWork() {
        assertThat(told(new Chat().ask("10:00:00").close("14:00:00", "SYSTEM")))
                .containsExactly(
                        "contact 10:00:00-14:00:00 closed 1800000 asked 10:00:00 unanswered",
                        "part 10:00:00-10:30:00 null last");
    }

    @Test
    void aRatingBeginsNoContactAndAReopenedConversationMakesAnother() {
        assertThat(told(new Chat()
                        .ask("10:00:00")
                        .reply("10:01:00", "a")
                        .close("10:02:00", "AGENT")
                        .rate("10:03:00", 0, "PANEL")
                        .ask("10:04:00")))
                .containsExactly(
                        "contact 10:00:00-10:02:00 closed 120000 asked 10:00:00 answered 10:01:00",
                        "contact 10:04:00-10:34:00 1800000 asked 10:04:00 unanswered",
                        "part 10:00:00-10:01:00 null",
                        "part 10:01:00-10:02:00 a last",
                        "part 10:04:00-10:34:00 null last");
    }

    @Test
    void aTransferEndsOnePartAndBeginsAnother() {
        assertThat(told(new Chat()
                        .ask("10:00:00")
                        .reply("10:01:00", "a")
                        .transfer("10:05:00", "a", "b")
                        .reply("10:06:00", "b")
                        .close("10:09:00", "BUYER")))
                .containsExactly(
                        "contact 10:00:00-10:09:00 closed 540000 asked 10:00:00 answered 10:01:00",
                        "part 10:00:00-10:01:00 null",
                        "part 10:01:00-10:05:00 a",
                        "part 10:05:00-10:09:00 b last");
    }

    @Test
    void anotherDayBeginsAnotherPartOfTheSameContact() {
        List<DayFacts> days = Chat.derive(new Chat()
                .ask("23:50:00")
                .reply("23:51:00", "a")
                .on("2026-11-12")
                .ask("00:10:00")
                .close("00:15:00", "AGENT")
                .events());

        assertThat(days).hasSize(2);
        assertThat(told(days.subList(0, 1)))
                .containsExactly(
                        "contact 23:50:00-00:15:00 closed 1500000 asked 23:50:00 answered 23:51:00",
                        "part 23:50:00-23:51:00 null",
                        "part 23:51:00-00:10:00 a");
        assertThat(told(days.subList(1, 2))).containsExactly("part 00:10:00-00:15:00 a last");
        assertThat(Instant.ofEpochMilli(days.get(0).endsAtMillis())).isEqualTo("2026-11-11T16:00:00Z");
    }

    @Test
    void partsTileTheWorkOfTheirContacts() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<DayFacts> days = Chat.derivation().derive(RandomChat.events(seed), Retention.FOREVER);
            List<ContactPart> parts = days.stream()
                    .flatMap(day -> day.contacts().parts().stream())
                    .sorted((left, right) -> Long.compare(left.fromMillis(), right.fromMillis()))
                    .toList();
            Map<Long, Long> workOf = parts.stream()
                    .collect(Collectors.groupingBy(
                            ContactPart::contactAtMillis,
                            Collectors.summingLong(part -> part.untilMillis() - part.fromMillis())));
            List<Contact> contacts = days.stream()
                    .flatMap(day -> day.contacts().contacts().stream())
                    .toList();
            Map<Long, Long> handled = contacts.stream()
                    .collect(Collectors.groupingBy(
                            Contact::arrivedAtMillis, Collectors.summingLong(Contact::handleMillis)));

            assertThat(workOf).as("seed %d", seed).isEqualTo(handled);
            assertThat(parts.stream().filter(ContactPart::isEnded))
                    .as("seed %d", seed)
                    .hasSameSizeAs(contacts);
            for (int i = 1; i < parts.size(); i++) {
                assertThat(parts.get(i).fromMillis())
                        .as("seed %d, part %d", seed, i)
                        .isGreaterThanOrEqualTo(parts.get(i - 1).untilMillis());
            }
        }
    }

    @Test
    void everyWordOfPeopleLiesInAContactThatEndsWithinHalfAnHourOfIt() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<ConversationEvent> events = RandomChat.events(seed);
            List<Contact> contacts = Chat.derivation().derive(events, Retention.FOREVER).stream()
                    .flatMap(day -> day.contacts().contacts().stream())
                    .toList();
            for (ConversationEvent event : events) {
                long at = event.timeMillis();
                if (event.sender() != null && event.sender().isPlatformValid()) {
                    assertThat(contacts)
                            .as("seed %d, %s", seed, event.eventId())
                            .anyMatch(contact -> contact.arrivedAtMillis() <= at
                                    && at <= contact.endsAtMillis()
                                    && (contact.answeredAtMillis() <= at));
                }
            }
            assertThat(contacts)
                    .as("seed %d", seed)
                    .allSatisfy(contact -> assertThat(events)
                            .anyMatch(event ->
                                    contact.endsAtMillis() - event.timeMillis() == (contact.isClosed() ? 0 : IDLE)));
        }
    }

    private static List<String> told(Chat chat) {
        return told(Chat.derive(chat.events()));
    }

    private static List<String> told(List<DayFacts> days) {
        List<String> told = new ArrayList<>();
        for (DayFacts day : days) {
            day.contacts()
                    .contacts()
                    .forEach(contact -> told.add("contact " + time(contact.arrivedAtMillis()) + "-"
                            + time(contact.endsAtMillis()) + (contact.isClosed() ? " closed " : " ")
                            + contact.handleMillis() + " asked " + time(contact.askedAtMillis())
                            + (contact.answeredAtMillis() == Contact.NONE
                                    ? " unanswered"
                                    : " answered " + time(contact.answeredAtMillis()))));
            day.contacts()
                    .parts()
                    .forEach(part -> told.add("part " + time(part.fromMillis()) + "-" + time(part.untilMillis()) + " "
                            + part.account() + (part.isEnded() ? " last" : "")));
        }
        return told;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis)
                                .atZone(Chat.ZONE)
                                .toLocalTime()
                                .toString()
                                .length()
                        == 5
                ? Instant.ofEpochMilli(millis).atZone(Chat.ZONE).toLocalTime() + ":00"
                : Instant.ofEpochMilli(millis).atZone(Chat.ZONE).toLocalTime().toString();
    }
}
