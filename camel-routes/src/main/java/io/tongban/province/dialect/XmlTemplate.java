package io.tongban.province.dialect;

import io.tongban.province.profile.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A document with its markup made once, when the profile is read; a call only fills in its texts. */
public final class XmlTemplate {
    private final List<Hole> holes;
    private final String end;
    private final UnaryOperator<String> wrapped;

    /**
     * @param before the markup since the hole before
     * @param opening of the place itself, which is left out with it
     */
    private record Hole(String before, String opening, Slot slot, boolean attribute, String closing) {}

    /** @param wrapped what becomes of the whole document's text, markup included, where it stands in another */
    public XmlTemplate(XmlElement root, UnaryOperator<String> wrapped) {
        List<Hole> made = new ArrayList<>();
        StringBuilder markup = new StringBuilder();
        collect(root, markup, made, wrapped);
        this.holes = List.copyOf(made);
        this.end = wrapped.apply(markup.toString());
        this.wrapped = wrapped;
    }

    private static void collect(
            XmlElement element, StringBuilder markup, List<Hole> holes, UnaryOperator<String> wrapped) {
        boolean named = !element.name().isEmpty();
        if (element.text().filter(Slot::optional).isPresent()
                && element.attributes().isEmpty()) {
            String opening = wrapped.apply("<" + element.name() + element.fixed() + ">");
            String closing = wrapped.apply("</" + element.name() + ">");
            holes.add(new Hole(cut(markup, wrapped), opening, element.text().get(), false, closing));
            return;
        }
        if (named) {
            markup.append('<').append(element.name()).append(element.fixed());
            element.attributes().forEach((name, slot) -> {
                String opening = wrapped.apply(" " + name + "=\"");
                holes.add(new Hole(cut(markup, wrapped), opening, slot, true, wrapped.apply("\"")));
            });
            markup.append('>');
        }
        element.text().ifPresent(slot -> holes.add(new Hole(cut(markup, wrapped), "", slot, false, "")));
        element.children().forEach(child -> collect(child, markup, holes, wrapped));
        if (named) {
            markup.append("</").append(element.name()).append('>');
        }
    }

    private static String cut(StringBuilder markup, UnaryOperator<String> wrapped) {
        String text = wrapped.apply(markup.toString());
        markup.setLength(0);
        return text;
    }

    /** @param texts what stands in each place, not yet escaped */
    public void write(StringBuilder out, Function<Slot, String> texts) {
        for (Hole hole : holes) {
            String text = texts.apply(hole.slot());
            out.append(hole.before());
            if (!text.isEmpty() || !hole.slot().optional()) {
                out.append(hole.opening())
                        .append(wrapped.apply(escaped(text, hole.attribute())))
                        .append(hole.closing());
            }
        }
        out.append(end);
    }

    /** As text, or as an attribute's value between quotation marks. */
    public static String escaped(String text, boolean attribute) {
        StringBuilder xml = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append(attribute ? "&quot;" : "\"");
                default -> xml.append(character);
            }
        }
        return xml.toString();
    }
}
