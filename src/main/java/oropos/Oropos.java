package oropos;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The whole server, and the root from which its rooms are found.
@SpringBootApplication
public class Oropos {
    Oropos() {}

    static void main(String[] args) {
        org.springframework.boot.SpringApplication.run(Oropos.class, args);
    }
}
