package io.deskpulse.ops.reasons;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A file of reasons that an entry is added to, with its comments and all else left as they are. */
public final class GrowingFile {
    private static final String REASONS = "reasons";

    private GrowingFile() {}

    /**
     * The text with an entry at the end of its reasons.
     *
     * @param name of the file, for messages
     * @param text of a file without mistakes; empty for a new one
     * @throws UserError when the entry does not fit, or there is no place for it; says what is wrong
     */
    public static String with(NewReason reason, Path name, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        List<String> entry = reason.lines(ReasonTaxonomy.bundled());
        Place place = place(name, text, lines.size(), entry);
        List<String> added =
                entry.stream().map(line -> " ".repeat(place.indent()) + line).toList();
        if (place.needsKey()) {
            lines.add(REASONS + ":");
        }
        lines.addAll(place.needsKey() ? lines.size() : place.line(), added);
        String longer = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        check(name, text, longer);
        return longer;
    }

    /**
     * Replaces the file in one go: whoever reads it meanwhile reads the old or the new one.
     *
     * @throws UserError when that cannot be done
     */
    public static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new UserError("There is no folder " + folder + ".");
        }
        try {
            if (Files.exists(file)) {
                replace(file.toRealPath(), text);
            } else {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new UserError("Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.writeString(fresh, text);
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Where an entry goes.
     *
     * @param line behind how many lines
     * @param indent blanks before its hyphen
     * @param needsKey whether there is no list of reasons yet
     */
    private record Place(int line, int indent, boolean needsKey) {}

    private static Place place(Path name, String text, int lines, List<String> entry) {
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root == null) {
            return new Place(lines, 2, true);
        }
        if (root instanceof MappingNode file && file.getFlowStyle() == FlowStyle.BLOCK) {
            for (NodeTuple pair : file.getValue()) {
                if (((ScalarNode) pair.getKeyNode()).getValue().equals(REASONS)) {
                    Node list = pair.getValueNode();
                    if (list instanceof SequenceNode sequence && sequence.getFlowStyle() == FlowStyle.BLOCK) {
                        return new Place(
                                lastLine(sequence) + 1, sequence.getStartMark().getColumn(), false);
                    }
                    if (list.getTag().equals(Tag.NULL)) {
                        return new Place(pair.getKeyNode().getEndMark().getLine() + 1, 2, false);
                    }
                    throw noPlace(name, entry);
                }
            }
            return new Place(lines, 2, true);
        }
        throw noPlace(name, entry);
    }

    private static UserError noPlace(Path name, List<String> entry) {
        return new UserError("The reasons of " + name
                + " are not a list with a line for each; write into it yourself:\n" + String.join("\n", entry));
    }

    /** The line on which the last word of a node ends; the node itself ends only where the next begins, behind comments. */
    private static int lastLine(Node node) {
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK) {
            Object last = collection.getValue().get(collection.getValue().size() - 1);
            return lastLine(last instanceof NodeTuple pair ? lastOf(pair) : (Node) last);
        }
        return node.getEndMark().getLine();
    }

    /** A key without a value has one that ends somewhere behind. */
    private static Node lastOf(NodeTuple pair) {
        boolean empty = pair.getValueNode().getTag().equals(Tag.NULL);
        return empty ? pair.getKeyNode() : pair.getValueNode();
    }

    private static void check(Path name, String before, String after) {
        ReasonFile read = ReasonFile.parse(after);
        if (!read.problems().isEmpty()) {
            throw new UserError(read.problems().stream()
                    .map(problem -> "\n" + name + " with that entry, " + problem)
                    .collect(Collectors.joining("", "Nothing was added.", "")));
        }
        List<String> codes = ReasonFile.parse(before).taxonomy().codes();
        List<String> changes = read.taxonomy().changesSince(codes);
        if (!changes.isEmpty()) {
            throw new UserError("Nothing was added: " + String.join("; ", changes) + ".");
        }
    }
}
