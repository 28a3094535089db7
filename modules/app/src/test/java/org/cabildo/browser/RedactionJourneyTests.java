// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.Worklist;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.IncomingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A face is covered before anybody sees it: drawn with the mouse, or told in numbers without any script. */
class RedactionJourneyTests extends BrowserTest {

    private static final String SLUG = "lapaz";
    private static final int WHITE = 200;
    private static final int BLACK = 60;

    private Visitor clerk;
    private long request;
    private long photo;

    @BeforeEach
    void reportWithAWhitePicture() throws IOException {
        clerk = installation
                .visit(SLUG)
                .signIn(installation.enrol(Person.named("Tania Recepción"), SLUG, "complaints.triage"));
        BufferedImage white = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 800; x++) {
            for (int y = 0; y < 600; y++) {
                white.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(white, "jpeg", file);
        TenantId tenant = installation.site(SLUG).requireTenant();
        request = TenantContext.get(tenant, () -> {
            IncomingFile incoming =
                    new IncomingFile("a.jpg", "image/jpeg", () -> new ByteArrayInputStream(file.toByteArray()));
            StoredPhoto stored = installation.bean(Photos.class).store(tenant, incoming);
            return installation
                    .bean(Reporting.class)
                    .report(tenant, report(stored))
                    .id();
        });
        photo = TenantContext.get(
                tenant,
                () -> installation
                        .bean(Worklist.class)
                        .photos(tenant, request)
                        .getFirst()
                        .id());
    }

    private static NewRequest report(StoredPhoto picture) {
        return new NewRequest(
                UUID.randomUUID().toString(),
                "acera",
                "Baldosas sueltas",
                Map.of(),
                null,
                "Plaza Murillo",
                "",
                "",
                "web",
                Reporter.ANONYMOUS,
                true,
                List.of(picture),
                "",
                null);
    }

    private String desk() {
        return clerk.origin() + "/gestion/reportes/" + request + "/fotos/" + photo;
    }

    /** How bright the public's picture is at a place, in parts of its size. */
    private int brightness(double x, double y) throws IOException {
        byte[] bytes = installation
                .visit(SLUG)
                .get("/reportes/" + request + "/fotos/" + photo + ".jpg")
                .body();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(bytes));
        return new Color(shown.getRGB((int) (shown.getWidth() * x), (int) (shown.getHeight() * y))).getGreen();
    }

    @Test
    void coversWhatTheMouseDrew() throws IOException {
        try (BrowserContext profile = chromium().profile(clerk)) {
            Page page = profile.newPage();
            page.navigate(desk());
            BoundingBox box = page.locator("svg[data-paint]").boundingBox();
            page.mouse().move(box.x + box.width * 0.25, box.y + box.height * 0.25);
            page.mouse().down();
            page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.5);
            page.mouse().up();
            assertThat(page.locator("#f-x0")).hasValue(java.util.regex.Pattern.compile("2[45].*"));

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tapar y publicar"))
                    .click();

            assertThat(page.getByText("La foto quedó tapada en esas partes.")).isVisible();
            assertThat(brightness(0.4, 0.4)).isLessThan(BLACK);
            assertThat(brightness(0.75, 0.75)).isGreaterThan(WHITE);
        }
    }

    @Test
    void coversWhatWasToldInNumbersOnAPhoneWithoutScript() throws IOException {
        try (BrowserContext profile = chromium()
                .profile(
                        clerk,
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setViewportSize(360, 740))) {
            Page page = profile.newPage();
            page.navigate(desk());
            String[] values = {"60", "60", "30", "30"};
            String[] names = {"x0", "y0", "w0", "h0"};
            for (int i = 0; i < names.length; i++) {
                page.locator("#f-" + names[i]).fill(values[i]);
            }
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ver cómo queda"))
                    .click();
            assertThat(page.locator("rect.paint-over")).hasCount(1);
            assertThat(brightness(0.75, 0.75)).isGreaterThan(WHITE);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tapar y publicar"))
                    .click();

            assertThat(brightness(0.75, 0.75)).isLessThan(BLACK);
            assertThat(brightness(0.2, 0.2)).isGreaterThan(WHITE);
        }
    }
}
