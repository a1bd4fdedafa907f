namespace Orders.Domain;

/// <summary>An article of the catalogue.</summary>
public sealed record Product(string Sku, string Name, decimal UnitPrice, int Grams);
