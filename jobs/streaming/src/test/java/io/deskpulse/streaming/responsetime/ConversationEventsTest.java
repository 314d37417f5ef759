package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.ConversationTransferred;
import io.deskpulse.events.MessageSent;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.responsetime.Channel;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.metrics.responsetime.Topic;
import io.deskpulse.metrics.responsetime.TopicCause;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.topics.TopicReader;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationEventsTest {
    private static final String KEY = "a key for the tests";
    private static final BuyerIdHash HASH = new BuyerIdHash(KEY);

    private static final TopicReader TOPICS = new TopicReader(TopicTaxonomy.bundled(), true);

    private final EventEncoder encoder = new EventEncoder();
    private final EventReader<ChatReading> reader = EventReader.chat(KEY);

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @NullSource
    void aTransferToNobodyGoesBackToAQueue(String to) throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "ConversationTransferred");
        ChatEvent toAQueue = ChatEvent.newBuilder(sample)
                .setBody(new ConversationTransferred("shop:a", to, null))
                .build();

        ConversationEvent event = new ConversationEvents(TOPICS).of(reader.read(encoder.encode(toAQueue)));

        assertThat(event.account()).isEqualTo("shop:a");
        assertThat(event.toAccount()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ConversationOpened, OPENED_AT_ROBOT, CHAT, -, -, -, -, -1, -",
                "MessageSent, MESSAGE_SENT, CHAT, BUYER, -, -, -, -1, PRICE",
                "BotHandedOff, BOT_HANDED_OFF, CHAT, -, -, -, -, -1, -",
                "AgentAssigned, AGENT_ASSIGNED, CHAT, -, lanyue-xiaomei, -, -, -1, -",
                "ConversationTransferred, TRANSFERRED, CHAT, -, lanyue-xiaomei, lanyue-ajie, -, -1, -",
                "ConversationClosed, CLOSED, CHAT, -, -, -, AGENT, -1, -",
                "RatingInvited, RATING_INVITED, CHAT, -, -, -, -, -1, -",
                "ConversationRated, RATED, CHAT, -, -, -, INVITED, 0, -",
                "CallRang, OTHER, PHONE, -, -, -, -, -1, -",
                "CallAnswered, OTHER, PHONE, -, -, -, -, -1, -",
                "CallReleased, OTHER, PHONE, -, -, -, -, -1, -",
                "CallWrappedUp, OTHER, PHONE, -, -, -, -, -1, -",
                "PromiseMade, OTHER, CHAT, -, -, -, -, -1, -",
                "PromiseKept, OTHER, CHAT, -, -, -, -, -1, -",
                "ProductRecommended, RECOMMENDED, CHAT, -, lanyue-xiaomei, -, pillow-48x74, -1, -"
            })
    void everyBodyOfAChatIsRead(
            String body,
            Kind kind,
            Channel channel,
            Sender sender,
            String account,
            String toAccount,
            String label,
            int score,
            String topic)
            throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, body);

        assertThat(read(sample))
                .isEqualTo(new ConversationEvent(
                        sample.getShopId(),
                        sample.getConversationId(),
                        sample.getEventId(),
                        sample.getEventTime().toEpochMilli(),
                        kind,
                        HASH.of(sample.getBuyerId()),
                        channel,
                        sender,
                        account,
                        toAccount,
                        label,
                        score,
                        topic == null ? null : new Topic(topic, "1", TopicCause.ENQUIRERS, "duvet-200x230-white"),
                        sample.getBuyerTier()));
    }

    @Test
    void aConversationOpensAtTheRobotInTheQueueOrAtAnAccount() throws RejectedEventException {
        ConversationEvent opened =
                read((ChatEvent) SampleEvents.events(EventStream.CHAT).get(9));

        assertThat(opened.kind()).isEqualTo(Kind.OPENED_AT_ACCOUNT);
        assertThat(opened.account()).isEqualTo("emma");
    }

    @Test
    void theBuyerIsHashedAndNoTextIsKept() throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent");
        ConversationEvent event = read(sample);

        assertThat(event.buyerId()).isEqualTo(HASH.of(sample.getBuyerId())).isNotEqualTo(sample.getBuyerId());
        assertThat(event.toString()).doesNotContain(sample.getBuyerId()).doesNotContain("在吗");
    }

    @Test
    void aBlankAccountIsNone() throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent");
        List<Object> bodies = List.of(
                new MessageSent(io.deskpulse.events.Sender.AGENT, " ", null, null, null),
                new ConversationOpened(ConversationEntry.ACCOUNT, ""));

        for (Object body : bodies) {
            assertThat(read(ChatEvent.newBuilder(sample).setBody(body).build()).account())
                    .isNull();
        }
    }

    private ConversationEvent read(ChatEvent event) throws RejectedEventException {
        return new ConversationEvents(TOPICS).of(reader.read(encoder.encode(event)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VIP",
                "金牌",
                "L3",
                "88VIP",
                "ＶＩＰ",
                "王者",
                "钻石会员",
                "Gold Member",
                "Level 12",
                "一级代理",
                "2024新客",
                "黑金卡-A"
            })
    void ranksStayAsTheShopWritesThem(String rank) throws RejectedEventException {
        assertThat(ranked(rank).buyerTier()).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource({
        "VIP 13812345678, VIP [phone]",
        "金牌 一三八一二三四五六七八, 金牌 [phone]",
        "张伟, [name]",
        "收货人 李小红, 收货人 [name]",
        "vip wx:lily_2020, vip wx:[account]",
        "lily@example.com, [email]",
        "110101199003077571, [id-card]"
    })
    void whatARankSaysOfTheBuyerStaysAtTheSource(String rank, String expectation) throws RejectedEventException {
        assertThat(ranked(rank).buyerTier()).isEqualTo(expectation);
    }

    private ConversationEvent ranked(String rank) throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent");
        ChatEvent ranked = ChatEvent.newBuilder(sample).setBuyerTier(rank).build();
        return new ConversationEvents(TOPICS).of(reader.read(encoder.encode(ranked)));
    }
}
