-- What models cost, as the platform's operator writes it down: no bank's, and never changed. The newest of a currency holds.
CREATE TABLE model_price_list (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    items jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT ON model_price_list TO ${app_role};
