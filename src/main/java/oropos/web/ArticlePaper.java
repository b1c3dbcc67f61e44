package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import oropos.publication.Articles;
import oropos.publication.Page;
import oropos.publication.Paper;
import oropos.question.Reader;

/// An article as PDF: the words of its page, its status on every sheet, and the code that tells whether
/// the sheet is still current.
@Admits(anyone = true)
@Controller
class ArticlePaper {

    private final Articles articles;
    private final ReadingRoom room;
    private final SpringTemplateEngine templates;
    private final MessageSource messages;
    private final Paper paper = new Paper();

    ArticlePaper(
            Articles articles,
            ReadingRoom room,
            SpringTemplateEngine templates,
            MessageSource messages) {
        this.articles = articles;
        this.room = room;
        this.templates = templates;
        this.messages = messages;
    }

    @GetMapping("/articles/{address}/article.pdf")
    ResponseEntity<byte[]> article(
            @PathVariable("address") String address,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            HttpServletRequest request) {
        Page page = articles.at(ArticlePage.address(address)).orElseThrow(ArticlePage::none);
        return pdf(page, !ArticlePage.isTakenBack(page), chosen, request);
    }

    /// One version, for the record.
    @GetMapping("/articles/{address}/v/{number:[1-9][0-9]{0,4}}/article.pdf")
    ResponseEntity<byte[]> version(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            HttpServletRequest request) {
        return pdf(
                articles.at(ArticlePage.address(address), number).orElseThrow(ArticlePage::none),
                true,
                chosen,
                request);
    }

    private ResponseEntity<byte[]> pdf(
            Page page, boolean full, @Nullable String chosen, HttpServletRequest request) {
        Optional<Reader> named = ReaderChoice.of(chosen);
        Reader reader =
                named.or(() -> ReaderChoice.remembered(request))
                        .or(() -> ReaderChoice.of(page.answer().understood().reader()))
                        .orElse(ReaderChoice.UNSAID);
        String printed = ArticlePage.base(request) + "/articles/" + page.address();
        String key =
                String.join(
                        " ",
                        printed,
                        String.valueOf(page.number()),
                        String.valueOf(full),
                        reader.code(),
                        articles.revisions(page.address()).orElse(""),
                        String.valueOf(room.status().snapshot().number()));
        ResponseEntity.BodyBuilder response =
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                "Content-Disposition",
                                "inline; filename=\""
                                        + page.address()
                                        + "-v"
                                        + page.number()
                                        + ".pdf\"");
        if (!page.mayBeIndexed()) {
            response.header("X-Robots-Tag", "noindex");
        }
        return response.body(paper.pdf(key, () -> xhtml(page, full, reader, printed)));
    }

    private String xhtml(Page page, boolean full, Reader reader, String printed) {
        ArticleView article = new ArticleView(page);
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("full", full);
        model.put("article", article);
        model.put("view", ArticlePage.view(page, room, reader));
        model.put("printed", printed);
        model.put("banner", banner(page, article));
        return templates.process("article-paper", new Context(Locale.ENGLISH, model));
    }

    /// The status in a line, for the head of every sheet.
    private String banner(Page page, ArticleView article) {
        String words =
                messages.getMessage("article.status." + page.status().code(), null, Locale.ENGLISH);
        return (words + " " + article.statusDay()).strip();
    }
}
