// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.cabildo.AppTest;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Editing;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** An editor writes, publishes, corrects and withdraws; the public sees exactly what it should. */
@AppTest
class PublishingTests {

    private static final String SLUG = "trinidad";
    private static final List<String> PUBLIC_PLACES =
            List.of("/", "/paginas", "/noticias", "/noticias.atom", "/sitemap.xml", "/mapa-del-sitio");

    private final Installation installation;
    private final ApplicationContext context;
    private Visitor editor;
    private Visitor reader;

    @Autowired
    PublishingTests(Installation installation, ApplicationContext context) {
        this.installation = installation;
        this.context = context;
    }

    @BeforeEach
    void signIn() {
        Person person = installation.enrol(Person.named("Edita Pruebas"), SLUG, "editor");
        editor = installation.visit(SLUG).signIn(person);
        reader = installation.visit(SLUG);
    }

    @AfterEach
    void restore() {
        installation.restore(SLUG);
    }

    private Answer create(String desk, Map<String, String> fields) {
        Answer page = editor.get(desk + "/nueva");
        assertThat(page.status()).isEqualTo(200);
        Form form = Form.of(page).with("summary", "Un resumen").with("order", "5");
        fields.forEach(form::with);
        return form.post(editor, desk + "/nueva");
    }

    private String created(String desk, Map<String, String> fields) {
        Answer answer = create(desk, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return answer.header("Location").replaceFirst("https?://[^/]+", "");
    }

    private Site site() {
        return installation.site(SLUG);
    }

    @Test
    void showsADraftToNobodyButStaff() {
        String item = created(
                "/gestion/pages", Map.of("title", "Plan zxqv secreto", "body", "Nada que ver", "when", "draft"));

        assertThat(item).isEqualTo("/gestion/pages/plan-zxqv-secreto/es");
        unseen("/paginas/plan-zxqv-secreto", "zxqv");
        assertThat(editor.get(item + "/vista").text()).contains("Plan zxqv secreto", "<meta name=\"robots\"");
        assertThat(reader.get(item + "/vista").status()).isIn(302, 401);
    }

    @Test
    void showsAScheduledItemOnlyWhenItsTimeHasCome() {
        ZoneId zone = site().zone();
        String later = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .format(LocalDateTime.ofInstant(Instant.now().plusSeconds(172_800), zone));
        String item = created(
                "/gestion/news", Map.of("title", "Feria wkjp", "body", "Habrá feria", "when", "at", "at", later));
        String slug = item.split("/")[3];

        unseen("/noticias/" + slug, "wkjp");

        Site site = site();
        TenantContext.run(site.requireTenant(), () -> {
            Editing editing = context.getBean(Editing.class);
            var edition = editing.find(
                            site.requireTenant(),
                            new org.cabildo.content.ArticleId(ArticleKind.NEWS, slug, site.defaultLocale()))
                    .orElseThrow();
            editing.save(
                    site.requireTenant(),
                    edition.article().publishedAt(Instant.now().minusSeconds(5), null),
                    edition.version(),
                    Actor.SYSTEM);
        });
        assertThat(reader.get("/noticias/" + slug).status()).isEqualTo(200);
        assertThat(reader.get("/noticias.atom").text()).contains("wkjp");
        assertThat(reader.get("/sitemap.xml").text()).contains(slug);
        assertThat(found(ArticleKind.NEWS)).anyMatch(title -> title.contains("wkjp"));
    }

    private void unseen(String address, String word) {
        assertThat(reader.get(address).status()).isEqualTo(404);
        for (String place : PUBLIC_PLACES) {
            assertThat(reader.get(place).text()).as(place).doesNotContain(word);
        }
        for (ArticleKind kind : ArticleKind.values()) {
            assertThat(found(kind)).noneMatch(title -> title.contains(word));
        }
    }

    private List<String> found(ArticleKind kind) {
        Site site = site();
        return TenantContext.get(
                site.requireTenant(),
                () -> context.getBean(TransactionTemplate.class)
                        .execute(status -> context.getBeansOfType(SearchSource.class).values().stream()
                                .filter(source -> source.type().equals(kind.code()))
                                .flatMap(source -> source.all(site.requireTenant(), "", 1_000).stream())
                                .map(SearchDocument::title)
                                .toList()));
    }

    @Test
    void losesNothingOfASecondEditor() {
        String item = created("/gestion/pages", Map.of("title", "Horario", "body", "De nueve a doce", "when", "draft"));
        Answer first = editor.get(item);
        Answer second = editor.get(item);

        Form.of(first)
                .with("title", "Horario")
                .with("body", "De ocho a doce")
                .with("when", "draft")
                .with("order", "0")
                .post(editor, item);
        Answer conflict = Form.of(second)
                .with("title", "Horario")
                .with("body", "De diez a doce")
                .with("when", "draft")
                .with("order", "0")
                .post(editor, item);

        assertThat(conflict.status()).isEqualTo(200);
        assertThat(conflict.text()).contains("De diez a doce", "De ocho a doce", "role=\"alert\"");
        Form.of(conflict)
                .with("title", "Horario")
                .with("body", "De diez a doce")
                .with("when", "draft")
                .with("order", "0")
                .post(editor, item);
        assertThat(editor.get(item).text()).contains("De diez a doce");
        assertThat(editor.get(item + "/historial").text())
                .contains("/historial/1\"", "/historial/2\"", "/historial/3\"");
        assertThat(editor.get(item + "/historial/2").text()).contains("De ocho a doce");
    }

    @Test
    void restoresAFormerTextWithoutPublishingIt() {
        String item = created("/gestion/pages", Map.of("title", "Tasas", "body", "Uno", "when", "draft"));
        Form.of(editor.get(item))
                .with("title", "Tasas")
                .with("body", "Dos")
                .with("when", "now")
                .with("order", "0")
                .post(editor, item);
        assertThat(reader.get("/paginas/tasas").text()).contains("Dos");

        Form.of(editor.get(item + "/historial/1")).post(editor, item + "/historial/1");

        assertThat(reader.get("/paginas/tasas").text()).contains("<p>Uno</p>");
    }

    @Test
    void bringsBackWhatWasRemoved() {
        String item = created("/gestion/pages", Map.of("title", "Mercado", "body", "Abre a las seis", "when", "now"));
        assertThat(reader.get("/paginas/mercado").status()).isEqualTo(200);

        Answer gone = Form.of(editor.get(item + "/quitar")).post(editor, item + "/quitar");

        assertThat(gone.status()).isEqualTo(302);
        unseen("/paginas/mercado", "Abre a las seis");
        assertThat(editor.get("/gestion/pages?estado=removed").text()).contains(item + "/reponer");
        editor.submit(item + "/reponer", Map.of());
        assertThat(reader.get("/paginas/mercado").status()).isEqualTo(200);
    }

    @Test
    void makesTextsHarmless() {
        created(
                "/gestion/pages",
                Map.of(
                        "title",
                        "<script>alert(1)</script>",
                        "slug",
                        "prueba",
                        "summary",
                        "\"><img src=x onerror=alert(1)>",
                        "body",
                        "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![x](//evil.example/a.png)"
                                + " <img src=x onerror=alert(1)> [y](\"onmouseover=alert(1))",
                        "menu",
                        "true",
                        "when",
                        "now"));

        for (String place : List.of("/paginas/prueba", "/", "/paginas", "/mapa-del-sitio", "/sitemap.xml")) {
            assertThat(reader.get(place).text())
                    .as(place)
                    .doesNotContain("<script>alert", "<img src=x", "href=\"javascript", "src=\"//evil");
        }
    }

    @Test
    void writesAndGivesBackALegalPage() {
        String item = "/gestion/pages/privacidad/es";
        Answer generated = editor.get(item);
        assertThat(generated.text()).contains("## ");
        Form.of(generated)
                .with("title", "Nuestra privacidad")
                .with("body", "Texto propio mmqz")
                .with("when", "now")
                .post(editor, item);
        assertThat(reader.get("/paginas/privacidad").text()).contains("mmqz");

        Form.of(editor.get(item + "/quitar")).post(editor, item + "/quitar");

        assertThat(reader.get("/paginas/privacidad").text())
                .doesNotContain("mmqz")
                .contains("Cookies");
    }

    @Test
    void answersWithItsOwnItemsOnly() {
        assertThat(editor.get("/gestion/pages/amazonia/es").status()).isEqualTo(404);
        assertThat(editor.get("/gestion/news/2026-11-03-el-portal-abre-sus-puertas/es")
                        .status())
                .isEqualTo(404);
        assertThat(editor.submit("/gestion/news/2026-11-03-el-portal-abre-sus-puertas/es", Map.of("title", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void recordsWhoChangedWhat() {
        String item = created("/gestion/pages", Map.of("title", "Anotada", "body", "Texto", "when", "now"));
        Form.of(editor.get(item + "/quitar")).post(editor, item + "/quitar");

        Site site = site();
        List<String> actions = TenantContext.get(
                site.requireTenant(),
                () -> context
                        .getBean(Audit.class)
                        .ofTenant(site.requireTenant(), new Audit.Filter("", "", "page", "anotada.es"), null, 10)
                        .stream()
                        .map(Audit.Entry::action)
                        .toList());
        assertThat(actions).containsExactly("pages.removed", "pages.created");
    }

    @Test
    void writesTheManifestAsItWasAfterAnEditAndItsUndo() {
        Article first = firstPage();
        String item = first.id().deskPath();
        Form.of(editor.get(item))
                .with("title", first.title() + " corregido")
                .with("summary", first.summary())
                .with("body", first.body() + "\n\nUna línea más.")
                .with("menu", String.valueOf(first.menu()))
                .with("order", String.valueOf(first.order()))
                .with("when", "now")
                .with("corrected", "true")
                .post(editor, item);
        assertThat(context.getBean(Manifests.class).diff(installation.samples().get(SLUG)).stream()
                        .map(Manifests.Change::file))
                .containsExactly("content/pages/" + first.id().name() + ".md");

        Form.of(editor.get(item + "/historial/1")).post(editor, item + "/historial/1");

        assertThat(context.getBean(Manifests.class).diff(installation.samples().get(SLUG)))
                .isEmpty();
    }

    private Article firstPage() {
        Site site = site();
        installation.restore(SLUG);
        return TenantContext.get(
                site.requireTenant(),
                () -> context.getBean(org.cabildo.content.Articles.class)
                        .pages(site, site.defaultLocale())
                        .getFirst());
    }
}
