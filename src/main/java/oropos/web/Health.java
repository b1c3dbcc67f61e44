package oropos.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import oropos.retrieval.Retrieval;

/// For whoever watches the machine: up, and with which library.
@Admits(anyone = true)
@RestController
class Health {

    private final ReadingRoom room;

    private final ObjectProvider<Retrieval> retrieval;

    Health(ReadingRoom room, ObjectProvider<Retrieval> retrieval) {
        this.room = room;
        this.retrieval = retrieval;
    }

    /// @param library the day up to which the library was filled, ISO 8601
    /// @param waitingForVectors passages that meaning does not know yet; until there are none, words
    ///     alone are searched
    record Report(String status, String library, long waitingForVectors) {}

    @GetMapping(path = "/healthz", produces = "application/json")
    Report healthz() {
        Retrieval searched = retrieval.getIfAvailable();
        return new Report(
                "ok",
                room.status().snapshot().date().toString(),
                searched == null ? 0 : searched.waitingForVectors());
    }
}
