package oropos.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oropos.library.Library;

/// Joins the pages to the library that the command opened. Beside it they need one more bean: an
/// [oropos.consultation.Asking].
@Configuration
class WebWiring {

    @Bean
    ReadingRoom readingRoom(Library library) {
        return new LibraryRoom(library);
    }
}
