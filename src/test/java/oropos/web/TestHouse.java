package oropos.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import oropos.answer.Answer;
import oropos.consultation.Asking;
import oropos.consultation.Stage;
import oropos.ledger.Ledger;
import oropos.library.Library;
import oropos.people.People;
import oropos.publication.Articles;
import oropos.question.Asked;
import oropos.question.FollowUp;
import oropos.question.TakenOut;
import oropos.question.Understanding;
import oropos.review.Reviews;
import oropos.terminology.Terminology;
import oropos.verification.Verification;

/// The pages on their own, over [SmallRoom] and [SmallAnswer]. Words in a question choose what
/// happens: "emergency" adds a sign that calls for help now, "nothing" finds nothing, "fail" fails, "teacher" is asked back.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = WebWiring.class))
class TestHouse {

    /// The pages to look at, at http://localhost:8080.
    static void main(String[] args) {
        SpringApplication.run(TestHouse.class, args);
    }

    @Bean
    SmallRoom room() {
        return new SmallRoom();
    }

    @Bean
    SmallSearch searching(SmallRoom room) {
        return new SmallSearch(room);
    }

    @Bean
    PassingFolder passing() throws IOException {
        return new PassingFolder();
    }

    @Bean
    Ledger ledger(PassingFolder passing) throws IOException {
        return Ledger.open(passing.named("ledger"));
    }

    @Bean
    Path peopleFolder(PassingFolder passing) throws IOException {
        return passing.named("people");
    }

    @Bean
    People people(Path peopleFolder, Ledger ledger) {
        return People.open(peopleFolder, ledger);
    }

    @Bean
    Library articlesLibrary(PassingFolder passing) throws IOException {
        return Library.open(passing.named("articles"), Library.Access.WRITE);
    }

    @Bean
    Reviews reviews(PassingFolder passing, Library library, Ledger ledger) throws IOException {
        Path folder = passing.named("articles");
        return Reviews.open(
                folder, library, new Verification(Terminology.builtIn(), library::version), ledger);
    }

    @Bean
    Articles articles(Reviews reviews, People people) {
        return new Articles(reviews, people);
    }

    @Bean
    Asking asking(SmallRoom room) {
        Understanding understanding = new Understanding(Terminology.builtIn());
        return new Asking() {
            @Override
            public Answer ask(Asked asked, Consumer<Stage> progress) {
                TakenOut taken = understanding.taken(asked);
                String kept = taken.kept();
                return answer(room, new Asked(kept, asked.reader()), progress);
            }

            @Override
            public TakenOut taken(Asked asked) {
                return understanding.taken(asked);
            }

            @Override
            public FollowUp followUp(List<String> before, String words) {
                return words.contains("teacher")
                        ? new FollowUp.Unclear(FollowUp.Unclear.What.PERSON)
                        : Asking.super.followUp(before, words);
            }
        };
    }

    private static Answer answer(SmallRoom room, Asked asked, Consumer<Stage> progress) {
        progress.accept(new Stage(Stage.Step.UNDERSTOOD, Map.of(), "Treatment, 8 years"));
        progress.accept(new Stage(Stage.Step.SEARCHED, Map.of("sources searched", 1286), ""));
        if (asked.text().contains("fail")) {
            throw new IllegalStateException("the library has lost a page");
        }
        progress.accept(new Stage(Stage.Step.WEIGHED, Map.of("used", 3), ""));
        progress.accept(new Stage(Stage.Step.WRITTEN, Map.of("statements", 12), ""));
        progress.accept(new Stage(Stage.Step.CHECKED, Map.of("removed", 0), ""));
        return new SmallAnswer(room).about(asked.text(), asked.reader());
    }
}
