package io.tongban.sdk.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.problem.ProblemType;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page out of a listing. Its cursor is bound to the listing's filters and names where the page before ended.
 *
 * @param order of the listing, by id
 */
record PageCut<T>(Request request, Function<T, String> id, Comparator<String> order) {
    private static final int USUAL_LIMIT = 50;

    /** @param page made of the items and the next page's cursor, which is null on the last */
    <P> P cut(List<T> all, BiFunction<List<T>, @Nullable String, P> page) {
        int limit = request.query("limit").map(Integer::parseInt).orElse(USUAL_LIMIT);
        List<T> left = request.query("cursor")
                .map(this::lastSeen)
                .map(last -> after(all, last))
                .orElse(all);
        return left.size() <= limit
                ? page.apply(left, null)
                : page.apply(left.subList(0, limit), cursor(id.apply(left.get(limit - 1))));
    }

    private List<T> after(List<T> all, String lastSeen) {
        return all.stream()
                .filter(each -> order.compare(id.apply(each), lastSeen) > 0)
                .toList();
    }

    private String cursor(String lastId) {
        Map<String, String> filters = new TreeMap<>(request.query());
        filters.remove("cursor");
        filters.remove("limit");
        String text = lastId + " " + Integer.toHexString((request.clientId() + filters).hashCode());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private String lastSeen(String cursor) {
        try {
            String lastId = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2)[0];
            if (cursor(lastId).equals(cursor)) {
                return lastId;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused like any other that is none of ours.
        }
        throw Refused.with(ProblemType.CURSOR_INVALID);
    }
}
