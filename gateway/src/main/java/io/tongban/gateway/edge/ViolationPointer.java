package io.tongban.gateway.edge;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Turns a path of Jakarta Validation into a JSON pointer, RFC 6901. */
final class ViolationPointer {
    private ViolationPointer() {}

    static String of(Path path) {
        JsonPointer pointer = JsonPointer.empty();
        for (Path.Node node : path) {
            // An element's index stands on the node behind its list.
            if (node.getIndex() != null) {
                pointer = pointer.appendIndex(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer = pointer.appendProperty(node.getName());
            }
        }
        return pointer.toString();
    }
}
