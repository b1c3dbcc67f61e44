package oropos;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The root from which the rooms of the server are found; `command` starts it.
@SpringBootApplication
public class Oropos {
    Oropos() {}
}
