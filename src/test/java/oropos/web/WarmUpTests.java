package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What is read before anybody asks.
@SpringBootTest(classes = TestHouse.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class WarmUpTests {

    @Autowired WarmUp warmUp;

    @Test
    void anExampleIsAskedAndItsPagesAreReadWithoutComplaint(CapturedOutput output) {
        warmUp.run();
        assertThat(output).doesNotContain("The first pages will take longer");
    }
}
