package oropos.web;

import java.io.IOException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import oropos.consultation.Asking;
import oropos.ledger.Ledger;
import oropos.library.Library;
import oropos.people.People;
import oropos.retrieval.Searching;
import oropos.review.ReviewedLibrary;
import oropos.review.Reviews;

/// The pages over the starter library and its board: what is handed in here becomes an article. No
/// configuration by itself, so that it is found only where a test names it.
@EnableAutoConfiguration
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TestHouse.class))
class PublishedHouse {

    @Bean
    PassingFolder passing() throws IOException {
        return new PassingFolder();
    }

    @Bean(destroyMethod = "close")
    ReviewedLibrary house(PassingFolder passing) throws IOException {
        return new ReviewedLibrary(passing.named("data"));
    }

    @Bean(destroyMethod = "")
    Library library(ReviewedLibrary house) {
        return house.library;
    }

    @Bean(destroyMethod = "")
    Searching searching(ReviewedLibrary house) {
        return house.retrieval;
    }

    @Bean(destroyMethod = "")
    Ledger ledger(ReviewedLibrary house) {
        return house.ledger;
    }

    @Bean(destroyMethod = "")
    Reviews reviews(ReviewedLibrary house) {
        return house.reviews;
    }

    @Bean
    People people(ReviewedLibrary house) {
        return People.open(house.folder, house.ledger);
    }

    @Bean
    Asking asking(ReviewedLibrary house) {
        return house.asking();
    }
}
