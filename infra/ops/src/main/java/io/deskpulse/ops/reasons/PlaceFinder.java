package io.deskpulse.ops.reasons;

import io.deskpulse.ops.UserError;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
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

/**
 * Finds where in a file an entry goes.
 *
 * @param list key of the list that it goes to the end of
 * @param entry its lines, for messages
 * @param name of the file, for messages
 */
record PlaceFinder(String list, List<String> entry, Path name) {
    /**
     * Where an entry goes.
     *
     * @param line behind how many lines
     * @param indent blanks before its hyphen
     * @param needsKey whether there is no list of reasons yet
     */
    record Place(int line, int indent, boolean needsKey) {}

    /** The place in a text of so many lines; a {@link UserError} when there is none. */
    Place place(String text, int lines) {
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root == null) {
            return new Place(lines, 2, true);
        }
        if (root instanceof MappingNode file && file.getFlowStyle() == FlowStyle.BLOCK) {
            for (NodeTuple pair : file.getValue()) {
                if (((ScalarNode) pair.getKeyNode()).getValue().equals(list)) {
                    Node value = pair.getValueNode();
                    if (value instanceof SequenceNode sequence && sequence.getFlowStyle() == FlowStyle.BLOCK) {
                        return new Place(
                                lastLine(sequence) + 1, sequence.getStartMark().getColumn(), false);
                    }
                    if (value.getTag().equals(Tag.NULL)) {
                        return new Place(pair.getKeyNode().getEndMark().getLine() + 1, 2, false);
                    }
                    throw noPlace();
                }
            }
            return new Place(lines, 2, true);
        }
        throw noPlace();
    }

    private UserError noPlace() {
        return new UserError("The " + list + " of " + name
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
}
