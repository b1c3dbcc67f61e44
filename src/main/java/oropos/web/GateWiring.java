package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import oropos.people.People;
import oropos.people.SignedIn;

/// Puts the gate before every page, and hands pages who asks: a parameter of type [SignedIn], null
/// where nobody signed in.
@Configuration
class GateWiring implements WebMvcConfigurer {

    private final WebSettings settings;
    private final People people;
    private final Flows flows;

    GateWiring(WebSettings settings, People people, Flows flows) {
        this.flows = flows;
        this.people = people;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(
                new Gate(people, flows, settings.secondFactor(), InstantSource.system()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Who());
    }

    private static final class Who implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(SignedIn.class);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest sent = request.getNativeRequest(HttpServletRequest.class);
            return sent == null ? null : Stay.of(sent);
        }
    }
}
