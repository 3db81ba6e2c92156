package dev.frontline.kit.company;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * On which line of a YAML file each value stands; paths are like {@code /people/0/shifts/1/from}.
 */
final class FileLines {

  private final Map<String, Integer> lines = new HashMap<>();

  private FileLines() {}

  /** The lines of the text's values; none where it is not YAML. */
  static FileLines of(String text) {
    FileLines lines = new FileLines();
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root != null) {
        lines.note("", root, root.getStartMark().getLine());
      }
    } catch (YAMLException e) {
      return new FileLines();
    }
    return lines;
  }

  /** The line, from 1, of the value or, where it is missing, of what it is missing from. */
  OptionalInt of(Spot spot) {
    for (String path = spot.path(); !path.isEmpty(); path = parent(path)) {
      Integer line = lines.get(path);
      if (line != null) {
        return OptionalInt.of(line + 1);
      }
    }
    return OptionalInt.empty();
  }

  private void note(String path, Node node, int line) {
    lines.put(path, line);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          note(path + "/" + key.getValue(), tuple.getValueNode(), key.getStartMark().getLine());
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      for (int i = 0; i < items.size(); i++) {
        note(path + "/" + i, items.get(i), items.get(i).getStartMark().getLine());
      }
    }
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
