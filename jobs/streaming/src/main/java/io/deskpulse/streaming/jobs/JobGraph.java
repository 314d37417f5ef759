package io.deskpulse.streaming.jobs;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job's data flow, whole, or cut off behind one of its steps where somebody wants to know what the step costs. */
public interface JobGraph {
    /** Adds the sources: the events of each family, decoded. */
    List<DataStream<?>> events(StreamExecutionEnvironment env);

    /** Adds the sources and what makes rows of their events: the rows of each table. */
    List<DataStream<?>> rows(StreamExecutionEnvironment env);

    /** Adds all of it, into ClickHouse and the topic of dead letters. */
    void build(StreamExecutionEnvironment env);
}
