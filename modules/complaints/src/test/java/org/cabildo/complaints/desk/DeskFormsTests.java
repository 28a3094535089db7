// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Matter;
import org.cabildo.complaints.Worklist.Order;
import org.cabildo.complaints.Worklist.Place;
import org.cabildo.complaints.Worklist.Rectangle;
import org.cabildo.complaints.Worklist.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What addresses and forms of the desk mean. */
class DeskFormsTests {

    private static final UUID SELF = UUID.randomUUID();
    private static final ZoneId ZONE = ZoneId.of("America/La_Paz");

    private static MockHttpServletRequest request(String... parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int i = 0; i < parameters.length; i += 2) {
            request.addParameter(parameters[i], parameters[i + 1]);
        }
        return request;
    }

    @Test
    void asksForOpenRequestsWhenNothingIsSaid() {
        Filter filter = FilterQuery.of(request()).filter(SELF, ZONE, Set.of(), false);

        assertThat(filter.stage()).isEqualTo(Stage.OPEN);
        assertThat(filter.order()).isEqualTo(Order.NEWEST);
        assertThat(filter.person()).isNull();
    }

    @Test
    void readsWhatAnAddressSaysAndForgetsWhatItCannotRead() {
        FilterQuery query = FilterQuery.of(request(
                "etapa",
                "todos",
                "asunto",
                "vencidos",
                "persona",
                "yo",
                "desde",
                "2026-11-01",
                "hasta",
                "2026-13-40",
                "orden",
                "plazo",
                "q",
                " bache \n grande ",
                "otro",
                "x"));

        Filter filter = query.filter(SELF, ZONE, Set.of(), false);

        assertThat(filter.stage()).isEqualTo(Stage.ALL);
        assertThat(filter.matter()).isEqualTo(Matter.LATE);
        assertThat(filter.person()).isEqualTo(SELF);
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
        assertThat(filter.until()).isNull();
        assertThat(filter.words()).isEqualTo("bache grande");
        assertThat(query.query()).startsWith("q=bache+grande&etapa=todos").doesNotContain("otro");
    }

    @Test
    void writesAPlaceSoThatItIsReadTheSame() {
        Place place = new Place(Instant.parse("2026-11-21T13:00:00.123456Z"), 1042);

        assertThat(FilterQuery.place(FilterQuery.text(place))).isEqualTo(place);
        assertThat(FilterQuery.place("ayer_1")).isNull();
        assertThat(FilterQuery.place("2026-11-21T13:00:00Z_x")).isNull();
        assertThat(FilterQuery.place("")).isNull();
    }

    @Test
    void readsRectanglesInPercentAndKeepsThemWithinThePicture() {
        PaintForm form = PaintForm.of(request("x0", "10,5", "y0", "20", "w0", "95", "h0", "1.5", "x3", "0", "y3", "0"));

        assertThat(form.rows()).hasSize(2);
        assertThat(form.rectangles()).containsExactly(new Rectangle(105, 200, 895, 15));
        assertThat(form.rows().get(1).rectangle()).isNull();
        assertThat(PaintForm.of(List.of(new Rectangle(105, 200, 895, 15)))
                        .rows()
                        .getFirst())
                .isEqualTo(new PaintForm.Row("10.5", "20", "89.5", "1.5"));
    }

    @Test
    void takesAReasonOnlyOfTheStateThatWasChosen() {
        assertThat(new Typed("cerrado", "cerrado:privado", "", true).reasonCode())
                .isEqualTo("privado");
        assertThat(new Typed("resuelto", "cerrado:privado", "", true).reasonCode())
                .isEmpty();
    }
}
