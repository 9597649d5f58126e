package io.tongban.gateway.certification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was seen of a partner within a run. */
final class Traffic {
    private final List<Seen> requests;
    private final Map<String, Integer> taken;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param requests oldest first
     * @param taken how often one endpoint took each event, by the event's id
     */
    Traffic(List<Seen> requests, Map<String, Integer> taken) {
        this.requests = List.copyOf(requests);
        this.taken = Map.copyOf(taken);
        for (int i = 0; i < requests.size(); i++) {
            places.put(requests.get(i).id(), i);
        }
    }

    List<Seen> requests() {
        return requests;
    }

    /** An event that an endpoint took so often. */
    Optional<String> eventTaken(int times) {
        return taken.entrySet().stream()
                .filter(each -> each.getValue() >= times)
                .map(Map.Entry::getKey)
                .min(String::compareTo);
    }

    /** What came behind a request. */
    List<Seen> after(Seen request) {
        return requests.subList(places.getOrDefault(request.id(), requests.size() - 1) + 1, requests.size());
    }
}
