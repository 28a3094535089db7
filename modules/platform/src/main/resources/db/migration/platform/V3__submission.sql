-- The token of a submission is a hash of who sent what to where, so nothing else tells two of them apart.
ALTER TABLE platform.submission DROP COLUMN fingerprint;
