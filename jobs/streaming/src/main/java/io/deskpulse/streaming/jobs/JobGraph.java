package io.deskpulse.streaming.jobs;

import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A job's data flow, whole, or cut off behind one of its steps where somebody wants to know what the step costs.
 *
 * <p>It tells first what it takes in, and gets streams that it may share with other jobs of the same environment.
 */
public interface JobGraph {
    /** What its families take in, of streams of events. */
    List<Subscription<?, ?>> subscriptions();

    /** The events of each family, decoded. */
    List<DataStream<?>> events(EventStreams in);

    /** Adds what makes rows of the events: the rows of each table. */
    List<DataStream<?>> rows(EventStreams in);

    /** Adds all of it, into ClickHouse and the topic of dead letters. */
    void build(EventStreams in);
}
