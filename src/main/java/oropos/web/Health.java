package oropos.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For whoever watches the machine: up, and with which library.
@RestController
class Health {

    private final ReadingRoom room;

    Health(ReadingRoom room) {
        this.room = room;
    }

    /// @param library the day up to which the library was filled, ISO 8601
    record Report(String status, String library) {}

    @GetMapping(path = "/healthz", produces = "application/json")
    Report healthz() {
        return new Report("ok", room.status().snapshot().date().toString());
    }
}
