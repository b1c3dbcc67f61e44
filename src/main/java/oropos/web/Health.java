package oropos.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For whoever watches the machine: up, and with which library.
@RestController
class Health {

    private final ReadingRoom room;

    Health(ReadingRoom room) {
        this.room = room;
    }

    @GetMapping(path = "/healthz", produces = "application/json")
    Map<String, String> healthz() {
        return Map.of("status", "ok", "library", room.status().snapshot().date().toString());
    }
}
