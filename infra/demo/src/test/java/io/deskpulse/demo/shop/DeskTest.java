package io.deskpulse.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.demo.script.Dice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {

    private final Desk desk = new Desk();
    private final Account emma = new Account("s:Emma", 1, 1);
    private final Account liam = new Account("s:Liam", 2, 1);
    private final List<String> served = new ArrayList<>();

    @Test
    void servesTheQueueInOrderAsAccountsHaveRoom() {
        desk.join(emma);
        enqueue("a");
        enqueue("b");
        enqueue("c");
        assertThat(served).containsExactly("a by s:Emma");

        desk.release(emma);
        desk.join(liam);

        assertThat(served).containsExactly("a by s:Emma", "b by s:Emma", "c by s:Liam");
    }

    @Test
    void whoGaveUpIsNotServed() {
        Desk.Place place = enqueue("a");
        enqueue("b");

        assertThat(place.abandon()).isTrue();
        desk.join(emma);

        assertThat(served).containsExactly("b by s:Emma");
        assertThat(place.abandon()).isFalse();
    }

    @Test
    void anAccountThatLeftTakesNothingNew() {
        desk.join(emma);
        desk.leave(emma);
        enqueue("a");

        assertThat(served).isEmpty();
        assertThat(desk.isClosed()).isTrue();
        assertThat(desk.takeAny(new Dice(1))).isNull();
    }

    @Test
    void aTransferMakesRoomWhereItComesFrom() {
        desk.join(emma);
        enqueue("a");
        desk.join(liam);
        assertThat(desk.colleagueOf(emma)).isSameAs(liam);

        desk.handOver(emma, liam);

        assertThat(emma.isBusy()).isFalse();
        assertThat(liam.isBusy()).isTrue();
    }

    @Test
    void anAccountCannotGiveBackWhatItDoesNotHold() {
        assertThatThrownBy(() -> desk.release(emma)).hasMessage("s:Emma holds no conversation to drop");
    }

    @Test
    void repliesSlowDownWithTheLoad() {
        long idle = totalReplyMillis();
        liam.take();
        liam.take();
        liam.take();

        assertThat(totalReplyMillis()).isGreaterThan(idle * 3 / 2);
    }

    private long totalReplyMillis() {
        Dice dice = new Dice(9);
        long total = 0;
        for (int i = 0; i < 200; i++) {
            total += liam.replyMillis(dice);
        }
        return total;
    }

    private Desk.Place enqueue(String who) {
        return desk.enqueue(account -> served.add(who + " by " + account.id()));
    }
}
