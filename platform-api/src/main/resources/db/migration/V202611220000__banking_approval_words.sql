-- What the procedure that asks says to the colleague who decides.
ALTER TABLE bank_approval ADD words text NOT NULL DEFAULT '';
