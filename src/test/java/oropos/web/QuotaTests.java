package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=3")
class QuotaTests {

    @LocalServerPort int port;

    @Test
    void moreQuestionsThanTheQuotaMustWait() {
        Browserless reader = new Browserless(port);
        String json = "{\"question\":\"B?\"}";
        HttpResponse<String> last = reader.postJson("/api/ask", json);
        for (int i = 0; i < 3; i++) {
            last = reader.postJson("/api/ask", json);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("\"code\":\"tooMany\"");
        assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(reader.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void anIpv4AddressCountsAlone() {
        assertThat(Quota.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void oneIpv6NetworkCountsAsOne() {
        assertThat(Quota.network("2001:db8:1:2:aaaa:0:0:1"))
                .isEqualTo(Quota.network("2001:db8:1:2:bbbb:0:0:2"))
                .isNotEqualTo(Quota.network("2001:db8:1:3:aaaa:0:0:1"));
    }
}
