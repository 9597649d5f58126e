package io.tongban.province.dated;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One place in a YAML file, which knows its line, and which of its keys nobody has asked for. */
public final class YamlEntry {
    private final String file;
    private final String path;
    private final Node node;
    private final Map<String, YamlEntry> children = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private YamlEntry(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::adopt);
        }
    }

    public static YamlEntry document(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(10);
        options.setCodePointLimit(256 * 1024);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode) {
                return new YamlEntry(file, "", root);
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new DataFileException(file + ":" + line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new DataFileException(file, "not YAML: " + e.getMessage());
        }
        throw new DataFileException(file, "not data; write \"key: value\" lines, as in 44-guangdong.yaml");
    }

    private void adopt(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            throw wrong("has a key that is not a word");
        }
        String name = key.getValue();
        YamlEntry child = new YamlEntry(file, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
        if (children.put(name, child) != null) {
            throw child.wrong("is there twice; leave one");
        }
    }

    public YamlEntry get(String key) {
        return find(key).orElseThrow(() -> wrong("lacks \"" + key + "\"; add it"));
    }

    public Optional<YamlEntry> find(String key) {
        asked.add(key);
        return Optional.ofNullable(children.get(key));
    }

    public Map<String, YamlEntry> entries() {
        if (!(node instanceof MappingNode)) {
            throw wrong("is not a list of \"key: value\"");
        }
        asked.addAll(children.keySet());
        return children;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public List<YamlEntry> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("is not a list; write [a, b] or a line \"- a\" for each");
        }
        List<YamlEntry> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlEntry(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw wrong("is not a plain value");
    }

    /** Every plain value from here on, wherever it stands. */
    public Stream<String> values() {
        if (node instanceof ScalarNode scalar) {
            return Stream.of(scalar.getValue());
        }
        return node instanceof SequenceNode
                ? items().stream().flatMap(YamlEntry::values)
                : children.values().stream().flatMap(YamlEntry::values);
    }

    /** Refuses what nobody has asked for: a misspelt key must not be silently without effect. */
    public void refuseUnknownKeys() {
        Mistakes mistakes = new Mistakes();
        noteUnknownKeys(mistakes);
        mistakes.tell();
    }

    private void noteUnknownKeys(Mistakes mistakes) {
        children.forEach((key, child) -> {
            if (asked.contains(key)) {
                child.noteUnknownKeys(mistakes);
            } else {
                mistakes.read(() -> {
                    throw child.wrong("is not known here; remove it, or write one of " + asked);
                });
            }
        });
    }

    /** File and line. */
    public String where() {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    /** Nobody got so far as to ask for what is in here, because something in it is wrong. */
    public void excuse() {
        asked.addAll(children.keySet());
        children.values().forEach(YamlEntry::excuse);
    }

    public DataFileException wrong(String why) {
        return new DataFileException(where(), path.isEmpty() ? "the file " + why : "\"" + path + "\" " + why);
    }
}
