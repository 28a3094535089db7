// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.cabildo.tenancy.theme.ThemePreviews.Opened;
import org.cabildo.tenancy.theme.colour.ContrastPair;
import org.cabildo.tenancy.theme.colour.Palette;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ThemeApplication.class)
@EmbeddedDatabase(migrated = "tenancy")
class ThemesTests {

    private static final Actor MARTA = new Actor(
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            "Marta Quispe",
            "marta@lapaz.example",
            Set.of("administrator"),
            Set.of("tenancy.theme"),
            false);

    private final Themes themes;
    private final ThemePreviews previews;
    private final ThemeDirectory directory;
    private final ThemeArchive archive;
    private final Manifests manifests;
    private final Sites sites;
    private final Audit audit;
    private final ThemeApplication.Later clock;

    private TenantId lapaz;
    private TenantId trinidad;

    @Autowired
    ThemesTests(
            Themes themes,
            ThemePreviews previews,
            ThemeDirectory directory,
            ThemeArchive archive,
            Manifests manifests,
            Sites sites,
            Audit audit,
            ThemeApplication.Later clock) {
        this.themes = themes;
        this.previews = previews;
        this.directory = directory;
        this.archive = archive;
        this.manifests = manifests;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    @BeforeEach
    void applySamples() throws IOException {
        lapaz = applied("lapaz");
        trinidad = applied("trinidad");
        as(lapaz, () -> {
            themes.discard(lapaz, MARTA);
            return true;
        });
    }

    private TenantId applied(String slug) throws IOException {
        manifests.apply(Folder.read(Path.of("../../tenants", slug)), Actor.SYSTEM);
        return sites.bySlug(slug).orElseThrow().requireTenant();
    }

    private static <T> T as(TenantId tenant, Callable<T> work) {
        try {
            return TenantContext.call(tenant, work::call);
        } catch (RuntimeException exception) {
            throw exception;
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    private ThemeDraft recoloured(String token, String hex) {
        return as(lapaz, () -> {
            ThemeDraft draft = themes.edit(lapaz, MARTA);
            Palette palette = draft.choices().palette().with(token, hex);
            return themes.change(lapaz, draft.choices().with(palette), draft.revision(), MARTA);
        });
    }

    private String stylesheet() {
        return directory.theme(lapaz).orElseThrow().theme().stylesheet();
    }

    @Test
    void startsADraftFromThePublishedThemeWithItsPictures() {
        ThemeDraft draft = as(lapaz, () -> themes.edit(lapaz, MARTA));
        ThemeVersion published = as(lapaz, () -> themes.published(lapaz)).orElseThrow();

        assertThat(draft.choices()).isEqualTo(published.choices());
        assertThat(draft.pictures()).isEqualTo(published.pictures()).isNotEmpty();
    }

    @Test
    void refusesAFailingPairAndNamesIt() {
        recoloured("link", "#b9b4e6");
        String before = stylesheet();

        assertThatThrownBy(() -> as(lapaz, () -> themes.publish(lapaz, MARTA)))
                .isInstanceOfSatisfying(
                        ThemeRefused.class,
                        refused -> assertThat(refused.review().failing())
                                .extracting(ContrastPair::foreground, ContrastPair::background)
                                .contains(org.assertj.core.groups.Tuple.tuple("link", "surface")))
                .hasMessageContaining("link on surface has a contrast of ");
        assertThat(stylesheet()).isEqualTo(before);
    }

    @Test
    void publishesAPassingDraftUnderANewAddressAtOnce() {
        String before = stylesheet();
        recoloured("brand", "#7a1f5c");

        ThemeVersion version = as(lapaz, () -> themes.publish(lapaz, MARTA));

        assertThat(stylesheet()).isEqualTo(version.stylesheet()).isNotEqualTo(before);
        assertThat(directory.theme(lapaz).orElseThrow().css()).contains("--c-brand:#7a1f5c;");
        assertThat(as(lapaz, () -> themes.draft(lapaz))).isEmpty();
    }

    @Test
    void keepsTheStyleSheetOfEarlierVersionsForPagesThatAreStillShown() {
        String before = stylesheet();
        recoloured("brand", "#7a1f5c");
        as(lapaz, () -> themes.publish(lapaz, MARTA));
        String hash = before.replaceAll("/tema/|\\.css", "");

        assertThat(as(lapaz, () -> archive.stylesheet(lapaz, hash))).isPresent();
        assertThat(as(trinidad, () -> archive.stylesheet(trinidad, hash))).isEmpty();
    }

    @Test
    void bringsAnEarlierVersionBackByteForByteAsANewOne() {
        PublishedTheme original = directory.theme(lapaz).orElseThrow();
        int number = as(lapaz, () -> themes.published(lapaz)).orElseThrow().number();
        recoloured("brand", "#7a1f5c");
        as(lapaz, () -> themes.publish(lapaz, MARTA));

        ThemeVersion back = as(lapaz, () -> themes.rollBack(lapaz, number, MARTA));

        PublishedTheme now = directory.theme(lapaz).orElseThrow();
        assertThat(now.css().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(original.css().getBytes(StandardCharsets.UTF_8));
        assertThat(now.theme()).isEqualTo(original.theme());
        assertThat(back.number()).isEqualTo(number + 2);
        assertThat(back.originNumber()).isEqualTo(number);
        assertThat(as(lapaz, () -> themes.history(lapaz, Integer.MAX_VALUE, 3)))
                .extracting(ThemeVersion::number)
                .containsExactly(number + 2, number + 1, number);
    }

    @Test
    void tellsWhoPublishedWhatAndWhen() {
        recoloured("brand", "#7a1f5c");
        ThemeVersion version = as(lapaz, () -> themes.publish(lapaz, MARTA));

        assertThat(version.author()).isEqualTo("Marta Quispe");
        assertThat(version.publishedAt()).isEqualTo(clock.instant());
        List<Audit.Entry> entries = as(lapaz, () -> audit.ofTenant(lapaz, Audit.Filter.ALL, null, 3));
        assertThat(entries)
                .extracting(Audit.Entry::action)
                .containsExactly("theme.published", "theme.draft-changed", "theme.draft-started");
        assertThat(entries.get(1).before()).contains("#3a2f8f");
        assertThat(entries.get(1).after()).contains("#7a1f5c");
    }

    @Test
    void refusesAChangeThatWasMadeOnAnOlderDraft() {
        ThemeDraft draft = as(lapaz, () -> themes.edit(lapaz, MARTA));
        recoloured("brand", "#7a1f5c");

        assertThatThrownBy(() -> as(
                        lapaz,
                        () -> themes.change(
                                lapaz,
                                draft.choices().with(draft.choices().palette().with("accent", "#00b3a4")),
                                draft.revision(),
                                MARTA)))
                .isInstanceOf(StaleDraft.class);
    }

    @Test
    void neitherReadsNorWritesAnotherTenantsThemes() {
        recoloured("brand", "#7a1f5c");

        assertThat(as(trinidad, () -> themes.draft(lapaz))).isEmpty();
        assertThat(as(trinidad, () -> themes.published(lapaz))).isEmpty();
        assertThat(as(trinidad, () -> themes.history(lapaz, Integer.MAX_VALUE, 10)))
                .isEmpty();
        assertThatThrownBy(() -> as(trinidad, () -> themes.publish(lapaz, MARTA)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> as(trinidad, () -> themes.edit(lapaz, MARTA))).isInstanceOf(RuntimeException.class);
        assertThat(as(lapaz, () -> themes.draft(lapaz))).isPresent();
    }

    @Test
    void showsADraftToWhoeverHasItsLink() {
        ThemeDraft draft = recoloured("brand", "#7a1f5c");
        String token = token(lapaz);

        Opened opened = as(lapaz, () -> previews.open(lapaz, token)).orElseThrow();

        assertThat(opened.theme().colours()).containsEntry("brand", "#7a1f5c");
        assertThat(opened.theme().draft()).isTrue();
        assertThat(draft.pictures()).isNotEmpty();
        assertThat(opened.theme().assets()).containsKey("logo");
    }

    private String token(TenantId tenant) {
        return as(tenant, () -> previews.link(tenant)).orElseThrow().path().replace("/tema/vista/", "");
    }

    @Test
    void opensNothingAtAnotherTenantWithAPreviewLink() {
        recoloured("brand", "#7a1f5c");
        as(trinidad, () -> themes.edit(trinidad, MARTA));
        String token = token(lapaz);

        assertThat(as(trinidad, () -> previews.open(trinidad, token))).isEmpty();
        assertThat(as(trinidad, () -> previews.open(lapaz, token))).isEmpty();
    }

    @Test
    void refusesAPreviewLinkThatExpiredWasForgedOrWithdrawn() {
        recoloured("brand", "#7a1f5c");
        String token = token(lapaz);
        String forged = (token.charAt(40) == 'A' ? token.substring(0, 40) + 'B' : token.substring(0, 40) + 'A')
                + token.substring(41);

        assertThat(as(lapaz, () -> previews.open(lapaz, forged))).isEmpty();
        assertThat(as(lapaz, () -> previews.open(lapaz, "nonsense"))).isEmpty();

        as(lapaz, () -> {
            previews.revoke(lapaz, MARTA);
            return true;
        });
        assertThat(as(lapaz, () -> previews.open(lapaz, token))).isEmpty();

        String fresh = token(lapaz);
        clock.after(Duration.ofDays(9));
        assertThat(as(lapaz, () -> previews.open(lapaz, fresh))).isEmpty();
    }

    @Test
    void exportsWhatWasEditedSoThatApplyingItAgainChangesNothing() {
        recoloured("brand", "#7a1f5c");
        as(
                lapaz,
                () -> themes.putPicture(
                        lapaz,
                        new ThemePicture(
                                "mark",
                                "svg",
                                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n".getBytes(StandardCharsets.UTF_8)),
                        MARTA));
        as(lapaz, () -> themes.publish(lapaz, MARTA));

        Folder exported = manifests.export("lapaz");

        assertThat(manifests.diff(exported)).isEmpty();
        assertThat(manifests.apply(exported, Actor.SYSTEM)).isEmpty();
        assertThat(exported.text("theme/tokens.json").orElseThrow()).contains("#7a1f5c");
    }

    @Test
    void asksForThePictureThatTheLayoutShows() {
        as(lapaz, () -> themes.removePicture(lapaz, "hero", MARTA));

        assertThatThrownBy(() -> as(lapaz, () -> themes.publish(lapaz, MARTA)))
                .isInstanceOfSatisfying(
                        ThemeRefused.class,
                        refused -> assertThat(refused.review().missing()).containsExactly("hero"));
    }
}
