package oropos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/// Holds the walls of the house, and proves that they can fall.
class HouseTests {

    static final ApplicationModules HOUSE = ApplicationModules.of(Oropos.class);

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("oropos");

    @Test
    void everyRoomImportsOnlyWhatItsDoorSays() {
        HOUSE.verify();
    }

    @Test
    void everyRoomHasADoor() {
        assertThat(HOUSE)
                .isNotEmpty()
                .allSatisfy(room -> assertDoor(room.getBasePackage().getName()));
    }

    @Test
    void everyFolderOfTheHouseIsARoomThatIsKnown() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/oropos"))) {
            Set<String> names =
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .collect(Collectors.toSet());
            assertThat(HOUSE.stream().map(room -> room.getBasePackage().getLocalName()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(names).doesNotContain("common", "util", "core", "shared", "model", "dto");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene.., oropos.retrieval.lucene..",
        "ai.onnxruntime.., oropos.inference.onnx..",
        "jakarta.servlet.., oropos.web..",
        "org.springframework.web.., oropos.web..",
        "dev.langchain4j.., oropos.inference.remote..",
        "java.net.http.., oropos.inference.remote..",
        "jakarta.mail.., oropos.review.mail..",
        "org.springframework.security.oauth2.., oropos.web.provider..",
        "org.springframework.security.web.webauthn.., oropos.web.passkey..",
        "org.sqlite.., oropos.library..",
        "com.ctc.wstx.., oropos.library.xml..",
        "org.codehaus.stax2.., oropos.library.xml..",
        "javax.xml.stream.., oropos.library.xml..",
        "javax.xml.parsers.., oropos.library.xml..",
        "org.jsoup.., oropos.library..",
        "picocli.., oropos.command..",
        "org.erdtman.jcs.., oropos.answer..",
        "io.github.bucket4j.., oropos.web.."
    })
    void aHeavyLibraryStaysBehindOneDoor(String thirdParty, String door) {
        noClasses()
                .that()
                .resideOutsideOfPackage(door)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(thirdParty)
                .because("only " + door + " may know " + thirdParty)
                .check(CLASSES);
    }

    /// An ArchUnit rule about a package nobody uses passes silently; so each confined library must be
    /// in use behind its door.
    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene, oropos.retrieval.lucene",
        "ai.onnxruntime, oropos.inference.onnx",
        "dev.langchain4j, oropos.inference.remote",
        "java.net.http, oropos.inference.remote",
        "jakarta.mail, oropos.review.mail",
        "org.springframework.security.oauth2, oropos.web.provider",
        "org.springframework.security.web.webauthn, oropos.web.passkey",
        "org.springframework.web, oropos.web",
        "javax.xml.stream, oropos.library.xml",
        "org.jsoup, oropos.library",
        "com.openhtmltopdf, oropos.publication.pdf",
        "picocli, oropos.command",
        "org.erdtman.jcs, oropos.answer"
    })
    void aConfinedLibraryIsUsedBehindItsDoor(String thirdParty, String door) {
        assertThat(CLASSES)
                .anyMatch(one ->
                        one.getPackageName().startsWith(door)
                                && one.getDirectDependenciesFromSelf().stream()
                                        .anyMatch(use ->
                                                use.getTargetClass()
                                                        .getPackageName()
                                                        .startsWith(thirdParty)));
    }

    @Test
    void reasoningRoomsReadNoClockAndNoFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "oropos.question..",
                        "oropos.appraisal..",
                        "oropos.answer..",
                        "oropos.verification..")
                .and()
                .doNotHaveFullyQualifiedName("oropos.verification.ServerKey")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .because("time comes in as a value, and passages come from the library")
                .check(CLASSES);
    }

    @Test
    void nobodyElseOpensAConnectionToAnotherMachine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|HttpURLConnection|URLConnection)")
                .because(
                        "nothing leaves the machine by default, and then only by inference.remote (promise P11)")
                .check(CLASSES);
    }

    @Test
    void loggingStaysBehindOneDoor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("rooms log through slf4j")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted.circle", "planted.undeclared"})
    void aWallThatIsBrokenOnPurposeIsFound(String house) {
        ImportOption testClassesToo = location -> true;
        var broken = ApplicationModules.of(house, testClassesToo);
        assertThatExceptionOfType(Violations.class).isThrownBy(broken::verify);
    }

    @Test
    void aRoomWithoutADoorIsFound() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertDoor("planted.doorless.open"));
    }

    static void assertDoor(String room) {
        try {
            var door = Class.forName(room + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(door).as("@ApplicationModule on " + room).isNotNull();
            assertThat(door.allowedDependencies())
                    .as("allow-list of " + room)
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(room + " has no package-info", missing);
        }
    }
}
