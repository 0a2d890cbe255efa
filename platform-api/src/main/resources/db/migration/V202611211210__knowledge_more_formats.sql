-- Lists of questions and answers come as spreadsheets.
ALTER TABLE document
    DROP CONSTRAINT document_format_check,
    ADD CONSTRAINT document_format_check CHECK (format IN ('MARKDOWN', 'HTML', 'PDF', 'DOCX', 'XLSX', 'CSV', 'TEXT'));
