package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.claimgate.response.LineMatch.By;
import org.junit.jupiter.api.Test;

class LineMatchTest {

    private static final String TWO_VISITS =
            """
            {'claimInformation': {'serviceLines': [
              {'serviceDate': '20261102', 'providerControlNumber': 'A-1',
               'professionalService': {'procedureCode': '99213', 'lineItemChargeAmount': '100'}},
              {'serviceDate': '20261102',
               'professionalService': {'procedureCode': '99213', 'lineItemChargeAmount': '100.00'}}]}}""";

    private static final String ROOM =
            """
            {'claimInformation': {'serviceLines': [
              {'institutionalService': {'serviceLineRevenueCode': '0120', 'lineItemChargeAmount': '8000'}},
              {'institutionalService':
                {'serviceLineRevenueCode': '0300', 'procedureCode': '80053', 'lineItemChargeAmount': '90'}}]}}""";

    @Test
    void a_line_that_a_number_names_later_is_left_to_it() throws IOException {
        assertThat(
                        matches(
                                TWO_VISITS,
                                """
                        {'serviceLines': [
                          {'serviceDate': '20261102', 'servicePaymentInformation':
                            {'productOrServiceIDQualifier': 'HC', 'adjudicatedProcedureCode': '99213', 'lineItemChargeAmount': '100'}},
                          {'lineItemControlNumber': 'A-1', 'servicePaymentInformation':
                            {'productOrServiceIDQualifier': 'HC', 'adjudicatedProcedureCode': '99213', 'lineItemChargeAmount': '100'}}]}"""))
                .containsExactly(new LineMatch(0, 1, By.SERVICE), new LineMatch(1, 0, By.LINE_CONTROL_NUMBER));
    }

    @Test
    void the_number_of_a_line_without_one_is_its_place() throws IOException {
        assertThat(matches(TWO_VISITS, "{'serviceLines': [{'lineItemControlNumber': '2'}]}"))
                .containsExactly(new LineMatch(0, 1, By.LINE_CONTROL_NUMBER));
    }

    @Test
    void a_room_is_found_by_its_revenue_code_and_a_test_by_its_procedure() throws IOException {
        assertThat(
                        matches(
                                ROOM,
                                """
                        {'serviceLines': [
                          {'servicePaymentInformation': {'productOrServiceIDQualifier': 'HC', 'adjudicatedProcedureCode': '80053',
                            'lineItemChargeAmount': '90', 'nationalUniformBillingCommitteeRevenueCode': '0300'}},
                          {'servicePaymentInformation':
                            {'productOrServiceIDQualifier': 'NU', 'adjudicatedProcedureCode': '0120', 'lineItemChargeAmount': '8000'}}]}"""))
                .containsExactly(new LineMatch(0, 1, By.SERVICE), new LineMatch(1, 0, By.SERVICE));
    }

    @Test
    void another_charge_is_another_service() throws IOException {
        assertThat(
                        matches(
                                ROOM,
                                """
                        {'serviceLines': [{'servicePaymentInformation':
                          {'productOrServiceIDQualifier': 'NU', 'adjudicatedProcedureCode': '0120', 'lineItemChargeAmount': '7999'}}]}"""))
                .containsExactly(new LineMatch(0, -1, null));
    }

    private static List<LineMatch> matches(String claim, String payment) throws IOException {
        return LineMatch.of(json(payment), json(claim));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
