namespace Import;

public static class CsvFields
{
    /// <summary>The fields of a line, without the blanks around them.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var fields = new List<string>();
        foreach (var part in line.Split(';'))
        {
            var field = part;
            field = field.Trim();
            fields.Add(field);
        }

        return fields;
    }
}
