package io.deskpulse.digest.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** A digest as JSON: names in snake case, days and instants as ISO 8601, amounts in the smallest unit of the currency. */
public final class DigestJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .registerModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, reading(LocalDate::parse))
                    .addDeserializer(Instant.class, reading(Instant::parse)));

    private DigestJson() {}

    /** For people and programs, over several lines. */
    public static String pretty(Digest digest) {
        return write(digest, true) + "\n";
    }

    /** For programs, on one line. */
    public static String compact(Digest digest) {
        return write(digest, false);
    }

    /**
     * Reads what {@link #compact} or {@link #pretty} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Digest read(String json) {
        try {
            return JSON.readValue(json, Digest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a digest: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(Digest digest, boolean isPretty) {
        try {
            return isPretty
                    ? JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(digest)
                    : JSON.writeValueAsString(digest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a digest is always JSON", e);
        }
    }

    private static <T> JsonDeserializer<T> reading(Function<String, T> parse) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return parse.apply(parser.getText());
            }
        };
    }
}
