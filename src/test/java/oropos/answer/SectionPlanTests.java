package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oropos.question.QuestionKind;

class SectionPlanTests {

    private static final SectionPlan.Book BOOK = SectionPlan.Book.shipped();

    @ParameterizedTest
    @EnumSource(QuestionKind.class)
    void everyKindOfQuestionHasAPlaceForEveryStatement(QuestionKind kind) {
        SectionPlan plan = BOOK.of(kind);
        assertThat(plan.kind()).isEqualTo(kind);
        assertThat(plan.lead()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(SectionPlan.KEYS).containsAll(plan.lead());
        Set<String> keys = new HashSet<>();
        for (SectionPlan.Planned section : plan.sections()) {
            assertThat(keys.add(section.key())).as(section.key() + " stands twice").isTrue();
            assertThat(section.heading()).isNotBlank();
            assertThat(section.lookedFor()).isNotBlank();
        }
        for (String key : SectionPlan.KEYS) {
            assertThat(plan.sections())
                    .as(key)
                    .anyMatch(section -> section.accepts().contains(key));
        }
    }

    @Test
    void aPlanInWhichAStatementWouldFallThroughIsRefused() {
        assertThatThrownBy(() -> new SectionPlan(QuestionKind.THERAPY, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("therapy")
                .hasMessageContaining("has no section for");
    }
}
