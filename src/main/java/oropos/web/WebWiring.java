package oropos.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oropos.library.Library;
import oropos.people.People;
import oropos.publication.Articles;
import oropos.review.Reviews;

/// Joins the pages to the library that the command opened. Beside it they need one more bean: an
/// [oropos.consultation.Asking].
@Configuration
class WebWiring {

    @Bean
    Articles articles(Reviews reviews, People people) {
        return new Articles(reviews, people);
    }

    @Bean
    ReadingRoom readingRoom(Library library) {
        return new LibraryRoom(library);
    }
}
