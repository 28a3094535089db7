-- Mail whose words are chosen when it leaves: the body is then what the writer of this name needs to know.
ALTER TABLE platform.mail ADD COLUMN writer text;
ALTER TABLE platform.operator_mail ADD COLUMN writer text;
