package io.tongban.province.dialect;

import io.tongban.province.profile.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One element of a document to be written, as a layout puts it together: attributes, and a text or more elements. */
public final class XmlElement {
    private final String name;
    private final Map<String, Slot> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private String fixed = "";
    private @Nullable Slot text;

    private XmlElement(String name) {
        this.name = name;
    }

    /** What stands around the document's own elements, and is not written itself. */
    public static XmlElement document() {
        return new XmlElement("");
    }

    /**
     * Puts a field's place where a path from here leads: {@code a/b} an element, {@code a/@b} an attribute.
     *
     * @throws IllegalArgumentException if something stands there already
     */
    public void place(String path, Slot slot) {
        int end = path.lastIndexOf('/');
        String last = path.substring(end + 1);
        XmlElement parent = end < 0 ? this : within(path.substring(0, end));
        if (last.startsWith("@")) {
            if (parent.name.isEmpty() || parent.attributes.put(last.substring(1), slot) != null) {
                throw taken(path);
            }
            return;
        }
        XmlElement element = parent.within(last);
        if (element.text != null || !element.children.isEmpty()) {
            throw taken(path);
        }
        element.text = slot;
    }

    /** The element that a path leads to, made where it is not there; an empty path leads here. */
    public XmlElement within(String path) {
        XmlElement at = this;
        for (String step : path.split("/", -1)) {
            if (!step.isEmpty()) {
                at = at.child(step);
            }
        }
        return at;
    }

    private XmlElement child(String childName) {
        if (text != null) {
            throw taken(name + "/" + childName);
        }
        return children.stream()
                .filter(child -> child.name.equals(childName))
                .findFirst()
                .orElseGet(() -> {
                    XmlElement made = new XmlElement(childName);
                    children.add(made);
                    return made;
                });
    }

    private static IllegalArgumentException taken(String path) {
        return new IllegalArgumentException("something else stands where a layout puts \"" + path + "\"");
    }

    /** Attributes that are the same in each document, with a blank before each. */
    public void fix(String attributesOfAll) {
        fixed = fixed + attributesOfAll;
    }

    /** As {@link #fix}, for each element from here on down that holds a field's text. */
    public void fixTexts(String attributesOfAll) {
        if (text != null) {
            fix(attributesOfAll);
        }
        children.forEach(child -> child.fixTexts(attributesOfAll));
    }

    String name() {
        return name;
    }

    String fixed() {
        return fixed;
    }

    Map<String, Slot> attributes() {
        return attributes;
    }

    public List<XmlElement> children() {
        return children;
    }

    Optional<Slot> text() {
        return Optional.ofNullable(text);
    }
}
